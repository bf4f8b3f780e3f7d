import assert from 'node:assert/strict';
import { describeRange } from '../../../src/core/anchoring/describeRange.ts';
import { compareEditions } from '../../../src/core/annotations/compareEditions.ts';
import { comparisonNodes } from '../../../src/core/navigation/comparisonNodes.ts';
import { readPaper } from '../../../src/core/paper/readPaper.ts';
import { placedAnnotation } from '../../support/placedAnnotation.ts';

const read = (points: readonly string[], body: string) =>
  readPaper(
    `# Ports\n\n## Key Points\n\n${points.map((point) => `- ${point}\n`).join('')}\n## Findings\n\n${body}\n`,
    { format: 'markdown', name: 'ports.md' },
  );
const old = read(
  ['Dredging is cheaper than waiting.', 'Pilots are few.'],
  'The board met twice. Nobody asked the fishermen about the new quay.',
);
const now = read(
  ['Dredging is far cheaper than waiting.', 'Tugs are old.'],
  'The board met twice. Nobody asked fishermen about the new quay.',
);
const note = (quote: string) => {
  const start = old.text.indexOf(quote);
  const target = describeRange(old.text, start, start + quote.length);
  return placedAnnotation({ id: quote, target }).annotation;
};

describe('comparisonNodes', () => {
  const notes = ['The board met twice', 'asked the fishermen about', 'Pilots are few'].map(note);
  const nodes = comparisonNodes(compareEditions(old, now, notes), 'file:///ports.md');

  it('groups annotations and points by what became of them, what needs a look first', () => {
    assert.deepEqual(
      nodes.map(({ data, children }) => [
        'state' in data ? `${data.kind} ${data.state}` : '',
        children.length,
      ]),
      [
        ['annotations lost', 1],
        ['annotations changed', 1],
        ['annotations kept', 1],
        ['points added', 1],
        ['points removed', 1],
        ['points changed', 1],
      ],
    );
  });

  it('leads to the places in the newer edition, and nowhere for what is not in it', () => {
    const words = nodes.flatMap(({ children }) =>
      children.map(({ place }) => place && now.text.slice(place.start, place.end)),
    );
    assert.deepEqual(words, [
      null,
      'asked fishermen about',
      'The board met twice',
      '- Tugs are old.',
      null,
      '- Dredging is far cheaper than waiting.',
    ]);
  });
});

import assert from 'node:assert/strict';
import { tellApart } from '../../../src/core/annotations/tellApart.ts';
import { readPaper } from '../../../src/core/paper/readPaper.ts';

const text = `# Quiet Ports

Fees were set.

## Findings

Fees were set. In the end, fees were set.

### Tugs

They wait.

## Advice

Fees were set.
`;
const paper = readPaper(text, { format: 'markdown', name: 'quiet-ports.md' });
const placesOf = (words: string) =>
  [...text.matchAll(new RegExp(words, 'giu'))].map(({ index }) => ({
    start: index,
    end: index + words.length,
  }));
const all = placesOf('fees were set');

describe('tellApart', () => {
  it('says the line and the innermost section, and the column of those in one line', () => {
    const told = tellApart(paper, [...all, ...placesOf('They wait')], true);
    assert.deepEqual(
      told.map(({ line, column, section, page, before }) => [line, column, section, page, before]),
      [
        [3, null, null, null, ''],
        [7, 1, 'Findings', null, ''],
        [7, 28, 'Findings', null, ''],
        [15, null, 'Advice', null, ''],
        [11, null, 'Tugs', null, ''],
      ],
    );
  });

  it('says the words before where lines are not seen and page and section are the same', () => {
    const pages = [
      { start: 0, label: 'i' },
      { start: text.indexOf('## Advice'), label: 'ii' },
    ];
    const told = tellApart({ ...paper, pages }, all, false);
    assert.deepEqual(
      told.map(({ line, column, page, before }) => [line, column, page, before]),
      [
        [null, null, 'i', ''],
        [null, null, 'i', 'Fees were set. ## Findings'],
        [null, null, 'i', 'Fees were set. In the end,'],
        [null, null, 'ii', ''],
      ],
    );
  });
});

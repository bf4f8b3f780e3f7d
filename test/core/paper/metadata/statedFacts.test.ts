import assert from 'node:assert/strict';
import type {
  DocumentBlock,
  StatedFact,
} from '../../../../src/core/paper/document/paperDocument.ts';
import { readDocument } from '../../../../src/core/paper/document/readDocument.ts';
import type { Paper } from '../../../../src/core/paper/paper.ts';
import { documentOf, heading, paragraph } from '../../../support/documents.ts';

type Field = StatedFact['field'];

/** A paper with a title, byline and date, and what its file states besides. */
function read(
  facts: readonly (readonly [Field, string, number])[],
  blocks: readonly DocumentBlock[] = [
    heading(1, 'Shared Rivers, Shared Rules'),
    paragraph('By Ines Calloway'),
    paragraph('12 June 2024'),
    paragraph('Rivers do not stop at borders, and rules made on one bank are felt on the other.'),
  ],
): Paper['metadata'] {
  const stated = facts.map(([field, text, trust]) => ({ field, text, from: 'a file', trust }));
  const document = documentOf(blocks, { facts: stated });
  return readDocument(document, { format: 'html', name: 'a.html' }).metadata;
}

describe('facts that a file states', () => {
  it('hold over what is printed only where they are well kept', () => {
    const weak = read([
      ['author', 'Web Editor', 0.5],
      ['date', '2024-07-01', 0.6],
      ['title', 'Some other title', 0.5],
    ]);
    assert.deepEqual(
      [weak.title?.text, weak.people.map(({ name }) => name), weak.date?.iso],
      ['Shared Rivers, Shared Rules', ['Ines Calloway'], '2024-06-12'],
    );
    const strong = read([
      ['author', 'Brandt, Peter', 0.9],
      ['date', '2024-06-10', 0.85],
      ['publisher', 'Institute for Open Waters', 0.85],
      ['tag', 'Water', 0.8],
      ['tag', 'water', 0.8],
    ]);
    assert.deepEqual(
      [strong.people.map(({ name }) => name), strong.date?.iso, strong.publisher?.text],
      [['Peter Brandt'], '2024-06-10', 'Institute for Open Waters'],
    );
    assert.deepEqual(
      strong.tags.map(({ text }) => text),
      ['Water'],
    );
  });

  it('fill what is not printed, unless nobody would believe them', () => {
    const bare = [paragraph('Rivers do not stop at borders.'), paragraph('Nor do their rules.')];
    const { title, people, date, posted, links } = read(
      [
        ['title', 'Shared rivers', 0.6],
        ['author', 'Last Editor', 0.15],
        ['date', 'no date', 0.9],
        ['posted', '2024-07-03', 0.4],
        ['link', 'https://example.org/a.pdf', 0.9],
      ],
      bare,
    );
    assert.deepEqual(
      [title?.text, people, date, posted?.iso, links.map(({ href }) => href)],
      ['Shared rivers', [], null, '2024-07-03', ['https://example.org/a.pdf']],
    );
  });

  it('know the title as it is printed, with the name of the site or a series around it', () => {
    const titles = [
      'Shared Rivers, Shared Rules | Open Waters',
      'Open Waters – Shared Rivers, Shared Rules',
      'shared rivers shared rules',
    ];
    for (const title of titles)
      assert.equal(read([['title', title, 0.8]]).title?.text, 'Shared Rivers, Shared Rules');
    const printed = [heading(2, 'Policy Brief 7: Shared Rivers'), paragraph('A text.')];
    assert.equal(read([['title', 'Shared Rivers', 0.8]], printed).title?.text, 'Shared Rivers');
  });

  it('are the title where no line is', () => {
    const blocks = [paragraph('An institute', ' of waters'), paragraph('Rivers do not stop.')];
    const { title } = read([['title', 'Shared Rivers, Shared Rules', 0.8]], blocks);
    assert.deepEqual(title, { text: 'Shared Rivers, Shared Rules', range: { start: 0, end: 0 } });
  });

  it('name people whose posts are printed in one with their names', () => {
    const blocks = [
      heading(1, 'Shared Rivers, Shared Rules'),
      paragraph('By Ines CallowayStaff Writer'),
      paragraph('12 June 2024'),
    ];
    const { people } = read([['author', 'Ines Calloway', 0.5]], blocks);
    assert.deepEqual(
      people.map(({ name }) => name),
      ['Ines Calloway'],
    );
  });
});

describe('a title in capitals', () => {
  it('is cited as the paper itself writes it, over several lines too', () => {
    const cue = 'title' as const;
    const blocks = [
      { ...paragraph('SHARED RIVERS ACT 2024'), cue },
      { ...paragraph('EXPLANATORY NOTES'), cue },
      paragraph('These Explanatory Notes are about the Shared Rivers Act 2024.'),
    ];
    assert.equal(read([], blocks).title?.text, 'Shared Rivers Act 2024 Explanatory Notes');
    assert.equal(
      read([], [...blocks.slice(0, 2), paragraph('A text.')]).title?.text,
      'SHARED RIVERS ACT 2024 EXPLANATORY NOTES',
    );
  });
});

import assert from 'node:assert/strict';
import { readPaper } from '../../../../src/core/paper/readPaper.ts';

function facts(text: string): unknown {
  const { metadata } = readPaper(text, { format: 'markdown', name: 'a.md' });
  return {
    title: metadata.title?.text ?? null,
    people: metadata.people.map(({ name, affiliations }) => [name, ...affiliations].join(' | ')),
    date: metadata.date?.iso ?? null,
  };
}

describe('memoRule', () => {
  it('reads a head of lines, of paragraphs and of lists', () => {
    const expected = {
      title: 'Boats & nets',
      people: ['Ana Varga | Director'],
      date: '2020-05-02',
    };
    const lines =
      'TO: All staff\\\nFROM: Ana Varga, Director\\\nDATE: 2 May 2020\\\nRE: Boats &amp; nets\n\nText.';
    const paragraphs =
      '**From:** Ana Varga, Director\n\n**Date:** May 2, 2020\n\n**Subject:**{: .s} Boats &#38; nets\n\nText.';
    assert.deepEqual(facts(lines), expected);
    assert.deepEqual(facts(paragraphs), expected);
    assert.deepEqual(
      facts(
        '**From:**\n\n* **Ana Varga**<br />Director\n* Ben Okafor\n\n**Subject:** Boats\n\nText.',
      ),
      {
        title: 'Boats',
        people: ['Ana Varga', 'Ben Okafor'],
        date: null,
      },
    );
  });

  it('wants more than one label', () => {
    const found = facts('# Title\n\nSubject: to change.\n\nText.') as { title: string };
    assert.equal(found.title, 'Title');
  });
});

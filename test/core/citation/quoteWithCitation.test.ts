import assert from 'node:assert/strict';
import { quoteWithCitation } from '../../../src/core/citation/quoteWithCitation.ts';
import { readDocument } from '../../../src/core/paper/document/readDocument.ts';
import { readPaper } from '../../../src/core/paper/readPaper.ts';

function cited(text: string, words: string): string {
  const paper = readPaper(text, { format: 'markdown', name: 'paper.md' });
  const start = text.indexOf(words);
  return quoteWithCitation(paper, { start, end: start + words.length });
}

describe('quoteWithCitation', () => {
  it('names who said it, where and when', () => {
    const text = `---
title: River Compacts
authors:
  - Ana Varga
  - Rui Osei
  - Lea Brandt
date: 2025-03-12
publisher: Institute for Shared Waters
---

The commission can
publish data.
`;
    assert.equal(
      cited(text, 'commission can\npublish'),
      '“commission can publish” — Ana Varga, Rui Osei and Lea Brandt, “River Compacts”, Institute for Shared Waters, 2025-03-12.',
    );
  });

  it('leaves out the time of day that a machine wrote behind the date', () => {
    const text = '---\ntitle: Ports\ndate: 2021-07-21 04:00:00 +0000\n---\n\nPilots are few.\n';
    assert.equal(cited(text, 'Pilots are few'), '“Pilots are few” — “Ports”, 2021-07-21.');
  });

  it('invents nothing that the paper does not state', () => {
    assert.equal(cited('only a few words in small letters.\n', 'few words'), '“few words”');
  });

  it('leaves out markup and turns the quotation marks inside into single ones', () => {
    const text =
      'It is **not** a [“small” matter](https://example.org)\nof `code`, "all" told &amp; done.[^1]\n\n[^1]: Note.\n';
    assert.equal(
      cited(text, text.slice(0, text.indexOf('\n\n'))),
      '“It is not a ‘small’ matter of code, ‘all’ told & done.”',
    );
    assert.equal(cited(text, 'not** a [“sma'), '“not a ‘sma”');
  });

  it('quotes several blocks, and the source where nothing is read', () => {
    assert.equal(
      cited('Some of it:\n\n- one\n- two\n', 'of it:\n\n- one\n- two'),
      '“of it: one two”',
    );
    assert.equal(cited('one two\n\n---\n', '---'), '“---”');
  });

  it('names the pages as they are printed', () => {
    const paragraph = (page: number, text: string) =>
      ({
        type: 'paragraph',
        content: [
          { type: 'page', page },
          { type: 'text', text },
        ],
      }) as const;
    const paper = readDocument(
      {
        blocks: [paragraph(0, 'A preface for all.'), paragraph(1, 'The dams hold.')],
        facts: [],
        pageLabels: ['iv', '1'],
        problems: [],
      },
      { name: 'dams.pdf', format: 'pdf' },
    );
    const start = paper.text.indexOf('dams');
    assert.match(quoteWithCitation(paper, { start, end: start + 9 }), /^“dams hold” — .*p\. 1\.$/u);
    assert.match(
      quoteWithCitation(paper, { start: paper.text.indexOf('for all'), end: start }),
      /pp\. iv–1\.$/u,
    );
  });
});

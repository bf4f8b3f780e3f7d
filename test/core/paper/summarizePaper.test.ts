import assert from 'node:assert/strict';
import { summarizePaper } from '../../../src/core/paper/summarizePaper.ts';
import { paperFromBlocks } from '../../support/paperFromBlocks.ts';

const place = { start: 0, end: 0 };

describe('summarizePaper', () => {
  it('reports everything as plain values', () => {
    const paper = paperFromBlocks(
      [
        { role: 'heading', text: 'First  part:', level: 2 },
        { role: 'heading', text: 'Detail', level: 4 },
        { role: 'heading', text: 'Finer detail', level: 5 },
        { role: 'disclaimer', kind: 'heading', text: 'Disclaimer', level: 2 },
        { role: 'keyPoint', kind: 'listItem', text: 'one', level: 1 },
        { role: 'keyPoint', kind: 'listItem', text: 'inner', level: 2 },
        { role: 'keyPoint', kind: 'listItem', text: 'two', level: 1 },
        { role: 'keyPoint', text: 'Key takeaway: three' },
        { role: 'recommendation', text: 'Recommendation 1: do' },
        { role: 'body', kind: 'table', text: 'a b' },
        { role: 'footnote', kind: 'footnote', text: 'note' },
        { role: 'footnote', text: '[1] typed' },
      ],
      {
        title: { text: 'A  title', range: place },
        people: [{ name: 'Ana Varga', range: place, rank: 'Dr', affiliations: [] }],
        date: { text: 'May 2020', range: place, iso: '2020-05' },
        publisher: { text: 'Press', range: place },
        tags: [{ text: 'sea', range: place }],
      },
    );
    assert.deepEqual(summarizePaper({ ...paper, problems: [{ message: 'odd', range: place }] }), {
      title: 'A title',
      authors: ['Ana Varga'],
      date: '2020-05',
      publisher: 'Press',
      sections: [
        { level: 1, title: 'First part' },
        { level: 2, title: 'Detail' },
      ],
      keyPoints: ['one inner', 'two', 'three'],
      recommendations: ['Recommendation 1: do'],
      tags: ['sea'],
      footnotes: 2,
      tables: 1,
      problems: ['odd'],
    });
  });

  it('reports a year alone as no date and an empty paper as nothing', () => {
    const year = { text: '2020', range: place, iso: '2020' };
    assert.equal(summarizePaper(paperFromBlocks([], { date: year })).date, null);
    assert.deepEqual(summarizePaper(paperFromBlocks([])), {
      title: null,
      authors: [],
      date: null,
      publisher: null,
      sections: [],
      keyPoints: [],
      recommendations: [],
      tags: [],
      footnotes: 0,
      tables: 0,
      problems: [],
    });
  });

  it('joins a series and a title that are printed as one', () => {
    const paper = paperFromBlocks([{ role: 'title', text: 'Strategy Paper: Boats' }], {
      series: { text: 'Strategy Paper', range: { start: 0, end: 14 } },
      title: { text: 'Boats', range: { start: 16, end: 21 } },
    });
    assert.equal(summarizePaper(paper).title, 'Strategy Paper: Boats');
  });
});

import assert from 'node:assert/strict';
import {
  looksLikePaper,
  paperSummarySchema,
  summarise,
} from '../../../src/core/navigation/paperSummary.ts';
import { paperFromBlocks } from '../../support/paperFromBlocks.ts';

const nowhere = { start: 0, end: 0 };
const pages = [{ label: 'iv', start: 0 }];

describe('summarise', () => {
  it('takes points, sections and what the paper says about itself, with their places', () => {
    const paper = paperFromBlocks(
      [
        { role: 'keyPointsHeading', text: 'Key Points', level: 2 },
        { role: 'keyPoint', text: 'Water', kind: 'listItem', level: 1, ordinal: '1.' },
        { role: 'keyPoint', text: 'Power' },
        { role: 'recommendation', text: 'Pay', evidence: 'under “Next Steps”' },
      ],
      {
        title: { text: 'Rivers', range: nowhere },
        people: [{ name: 'A. Writer', range: nowhere, rank: 'Dr', affiliations: [] }],
        date: { text: 'May 2023', iso: '2023-05', range: nowhere },
        publisher: { text: 'Centre', range: nowhere },
        tags: [{ text: 'CAS', range: nowhere }],
        acronyms: [{ short: 'CAS', meaning: 'Central Asia States', range: nowhere }],
      },
    );
    assert.deepEqual(
      summarise({ ...paper, pages, problems: [{ message: 'Odd', range: nowhere }] }),
      {
        format: 'text',
        title: 'Rivers',
        people: ['A. Writer'],
        date: '2023-05',
        publisher: 'Centre',
        keyPoints: [
          {
            text: 'Water',
            ordinal: '1.',
            level: 1,
            evidence: 'stated',
            range: { start: 11, end: 16 },
          },
          {
            text: 'Power',
            ordinal: null,
            level: 1,
            evidence: 'stated',
            range: { start: 17, end: 22 },
          },
        ],
        recommendations: [
          {
            text: 'Pay',
            ordinal: null,
            level: 1,
            evidence: 'under “Next Steps”',
            range: { start: 23, end: 26 },
          },
        ],
        sections: [
          {
            title: 'Key Points',
            depth: 1,
            range: { start: 0, end: 10 },
            extent: { start: 0, end: 26 },
          },
        ],
        tags: [{ text: 'CAS', range: nowhere }],
        acronyms: [{ short: 'CAS', meaning: 'Central Asia States' }],
        pages,
        problems: [{ message: 'Odd', range: nowhere }],
      },
    );
  });

  it('bounds texts and lists', () => {
    const points = Array.from({ length: 600 }, () => ({
      role: 'keyPoint' as const,
      text: 'x'.repeat(3000),
    }));
    const { keyPoints } = summarise(paperFromBlocks(points));
    assert.equal(keyPoints.length, 500);
    assert.equal(keyPoints[0]?.text.length, 2000);
  });

  it('makes what its schema accepts', () => {
    const summary = summarise(paperFromBlocks([{ role: 'keyPoint', text: 'Point' }]));
    assert.deepEqual(paperSummarySchema.parse(JSON.parse(JSON.stringify(summary))), summary);
  });
});

describe('looksLikePaper', () => {
  it('wants a title, a key point or a recommendation', () => {
    const plain = summarise(paperFromBlocks([{ role: 'body', text: 'A note.' }]));
    const point = summarise(paperFromBlocks([{ role: 'keyPoint', text: 'A point.' }]));
    const advice = summarise(paperFromBlocks([{ role: 'recommendation', text: 'Do it.' }]));
    assert.equal(looksLikePaper(plain), false);
    assert.equal(looksLikePaper({ ...plain, title: 'Title' }), true);
    assert.equal(looksLikePaper(point), true);
    assert.equal(looksLikePaper(advice), true);
  });
});

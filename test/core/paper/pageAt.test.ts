import assert from 'node:assert/strict';
import { pageAt } from '../../../src/core/paper/pageAt.ts';

describe('the page that a passage stands on', () => {
  const pages = [
    { label: 'i', start: 0 },
    { label: '1', start: 100 },
    { label: '2', start: 100 },
    { label: '3', start: 250 },
  ];

  it('is the last one that begins at the passage or before it', () => {
    assert.deepEqual(
      [0, 99, 100, 249, 250, 9999].map((offset) => pageAt({ pages }, offset)),
      [0, 0, 2, 2, 3, 3],
    );
  });

  it('is none in a paper without pages, and the first one before its beginning', () => {
    assert.equal(pageAt({ pages: [] }, 5), -1);
    assert.equal(pageAt({ pages: [{ label: '7', start: 10 }] }, 3), 0);
  });
});

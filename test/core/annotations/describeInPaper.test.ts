import assert from 'node:assert/strict';
import { describeInPaper } from '../../../src/core/annotations/describeInPaper.ts';

describe('the target of a passage', () => {
  const text = 'First page.\n\nSecond page.';

  it('says on which page of the file it begins, counted from one', () => {
    const pages = [
      { label: 'iv', start: 0 },
      { label: '1', start: 13 },
    ];
    assert.equal(describeInPaper({ text, pages }, 2, 20).page, 1);
    assert.equal(describeInPaper({ text, pages }, 13, 20).page, 2);
  });

  it('says nothing of pages where a paper has none', () => {
    assert.ok(!('page' in describeInPaper({ text, pages: [] }, 2, 20)));
  });

  it('says which reader made the text, where one did', () => {
    const reader = { format: 'pdf', version: 3 } as const;
    assert.deepEqual(describeInPaper({ text, pages: [], reader }, 2, 20).reader, reader);
    assert.ok(!('reader' in describeInPaper({ text, pages: [] }, 2, 20)));
  });
});

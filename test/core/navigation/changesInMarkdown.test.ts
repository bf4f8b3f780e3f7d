import assert from 'node:assert/strict';
import { changedWords } from '../../../src/core/anchoring/changedWords.ts';
import { changesInMarkdown } from '../../../src/core/navigation/changesInMarkdown.ts';

describe('changesInMarkdown', () => {
  it('strikes out what was removed, and shows in bold what was added', () => {
    const segments = changedWords(
      'set in one sitting, at *noon*',
      'set in a single sitting, at *noon*',
    );
    assert.equal(
      changesInMarkdown(segments),
      'set in ~~one~~ **a single** sitting\\, at \\*noon\\*',
    );
  });
  it('leaves blanks outside the marks', () => {
    assert.equal(
      changesInMarkdown([
        { kind: 'removed', text: 'one ' },
        { kind: 'same', text: 'two' },
        { kind: 'added', text: '  ' },
      ]),
      '~~one~~ two  ',
    );
  });
});

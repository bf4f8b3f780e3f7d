import assert from 'node:assert/strict';
import { englishWords } from '../../../src/core/rendering/renderingWords.ts';

describe('englishWords', () => {
  it('says how much is folded, what it is, and why', () => {
    assert.equal(englishWords.folded('siteText', 1, []), '1 line of site text folded');
    assert.equal(
      englishWords.folded('siteText', 12, ['menu', 'log-in links']),
      '12 lines of site text folded (menu, log-in links)',
    );
    assert.equal(englishWords.folded('tags', 2, []), '2 lines of tags folded');
  });

  it('counts key points, and the recommendations among them', () => {
    assert.deepEqual(
      [englishWords.keyPoints(7, 0), englishWords.keyPoints(7, 1), englishWords.keyPoints(7, 2)],
      ['7', '7, of which 1 is a recommendation', '7, of which 2 are recommendations'],
    );
  });
});

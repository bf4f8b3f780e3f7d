import assert from 'node:assert/strict';
import { enabledGlobs, expandBraces, joinGlobs } from '../../../src/core/navigation/globs.ts';

describe('expandBraces', () => {
  it('multiplies groups out, nested ones too', () => {
    assert.deepEqual(expandBraces('{a,b}/*.{md,t{x,ex}t}'), [
      'a/*.md',
      'a/*.txt',
      'a/*.text',
      'b/*.md',
      'b/*.txt',
      'b/*.text',
    ]);
  });

  it('leaves a pattern alone that has no closed group or multiplies too far', () => {
    const wide = '{1,2,3}{1,2,3}{1,2,3}{1,2,3}';
    assert.deepEqual(expandBraces('a{b'), ['a{b']);
    assert.deepEqual(expandBraces(wide), [wide]);
  });
});

describe('joinGlobs', () => {
  it('makes one group of all patterns', () => {
    assert.equal(joinGlobs(['**/*.{md,txt}', '**/x', '**/x']), '{**/*.md,**/*.txt,**/x}');
  });

  it('leaves one pattern as it is, and none as null', () => {
    assert.equal(joinGlobs(['**/*.md']), '**/*.md');
    assert.equal(joinGlobs(['']), null);
  });
});

describe('enabledGlobs', () => {
  it('takes what is true, and nothing of a setting of another shape', () => {
    assert.deepEqual(enabledGlobs({ a: true, b: false, c: { when: 'x' } }), ['a']);
    assert.deepEqual(enabledGlobs('a'), []);
    assert.deepEqual(enabledGlobs(null), []);
  });
});

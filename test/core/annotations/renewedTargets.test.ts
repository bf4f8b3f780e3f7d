import assert from 'node:assert/strict';
import { placeAll } from '../../../src/core/anchoring/liveAnchors.ts';
import type { Target, TargetReader } from '../../../src/core/anchoring/target.ts';
import { describeInPaper } from '../../../src/core/annotations/describeInPaper.ts';
import { renewedTargets } from '../../../src/core/annotations/renewedTargets.ts';

const first: TargetReader = { format: 'pdf', version: 1 };
const second: TargetReader = { format: 'pdf', version: 2 };
const rivers = 'The upper basin sends water down in May. The ports below wait for it until June.';

function targetOf(words: string, reader: TargetReader | undefined): Target {
  const start = rivers.indexOf(words);
  const paper = { text: rivers, pages: [], ...(reader ? { reader } : {}) };
  return describeInPaper(paper, start, start + words.length);
}

/** The target of words in `rivers`, renewed in another text; undefined where it stays. */
function renewed(
  words: string,
  text: string,
  { from = first, to = first, isOldTextKnown = true } = {},
): Target | undefined {
  const items = [{ id: 'a', target: targetOf(words, from) }];
  const oldText = isOldTextKnown ? rivers : undefined;
  const anchors = placeAll(text, items, new Map(), oldText);
  const paper = { text, pages: [], reader: to };
  return renewedTargets(paper, anchors, isOldTextKnown).get('a');
}

describe('renewed targets', () => {
  const moved = `A foreword of the editors.\n\n${rivers}`;
  const reworded = rivers.replace('wait for it', 'have waited');

  it('say where a passage stands now that moved', () => {
    const target = renewed('ports below', moved);
    assert.equal(target?.start, moved.indexOf('ports below'));
    assert.equal(moved.slice(target.start, target.end), 'ports below');
    assert.deepEqual(target.reader, first);
  });

  it('say so without the old text too', () => {
    assert.ok(renewed('sends water down in May', moved, { isOldTextKnown: false }));
  });

  it('are none for what stands where it stood', () => {
    assert.equal(renewed('upper basin', rivers), undefined);
  });

  it('are none for orphans', () => {
    assert.equal(renewed('ports below', 'Another paper altogether.'), undefined);
  });

  it('are none where the file has other words now: what changed stays to be seen', () => {
    const words = 'ports below wait for it until June';
    assert.equal(renewed(words, reworded), undefined);
    assert.equal(renewed(words, reworded, { from: undefined }), undefined);
  });

  it('have the words of another reader where the old text says that it is the same passage', () => {
    const words = 'ports below wait for it until June';
    const target = renewed(words, reworded, { to: second });
    assert.equal(target?.exact, 'ports below have waited until June');
    assert.deepEqual(target.reader, second);
    assert.equal(renewed(words, reworded, { to: second, isOldTextKnown: false }), undefined);
  });

  it('never go back to an older reader', () => {
    assert.equal(renewed('ports below', moved, { from: second, to: first }), undefined);
  });
});

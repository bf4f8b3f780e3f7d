import assert from 'node:assert/strict';
import { anchorAll } from '../../../src/core/anchoring/anchorAll.ts';
import { describeRange } from '../../../src/core/anchoring/describeRange.ts';

const rewritten =
  'Every ten years the commission reviews how the water is shared and proposes changes to the states.';
const moved =
  'Storage built since then covers one dry year, while every published plan assumes two.';
const twin =
  'Storage built since then covers one wet year, while every published plan assumes two.';
const paper = [
  'The compact divides the river between three states by a share of the mean flow.',
  rewritten,
  'A standing commission could publish data, convene ministers and settle disputes early.',
  moved,
  'The panel asks for a reserve that is filled in wet years and drawn on by rule.',
  twin,
  'No state has yet asked for its share to be changed, and none is expected to.',
].join('\n\n');

function target(words: string, text = paper) {
  const start = text.indexOf(words);
  return describeRange(text, start, start + words.length);
}

/** What the words are anchored to with the old text, and how. */
function anchored(text: string, words: string) {
  const [anchor] = anchorAll(text, [target(words)], { oldText: paper });
  return anchor ? [text.slice(anchor.start, anchor.end), anchor.how] : null;
}

describe('anchorAll with the old text', () => {
  it('follows a sentence of which little is left', () => {
    const now =
      'Each decade a commission looks at how the water is shared, and may put changes before parliaments.';
    const found = anchored(paper.replace(rewritten, now), rewritten);
    assert.equal(found?.[1], 'changed');
    assert.ok(found[0]?.includes('how the water is shared'));
  });

  it('does not follow a few common words into a sentence that replaced another', () => {
    const now = 'Nobody has measured how much evaporates from the canals, or who is to pay for it.';
    assert.equal(anchored(paper.replace(rewritten, now), rewritten), null);
  });

  it('finds a moved sentence, also with a slip, beside a twin that stayed', () => {
    const without = paper.replace(`${moved}\n\n`, '');
    assert.deepEqual(anchored(`${moved}\n\n${without}`, moved), [moved, 'moved']);
    const slip = moved.replace('published', 'publishd');
    assert.deepEqual(anchored(`${slip}\n\n${without}`, moved), [slip, 'changed']);
  });

  it('finds a phrase of a paragraph that moved as a whole', () => {
    const words = 'convene ministers';
    const paragraph = paper.split('\n\n')[2] ?? '';
    const text = `${paper.replace(`${paragraph}\n\n`, '')}\n\n${paragraph}`;
    assert.deepEqual(anchored(text, words), [words, 'moved']);
  });

  it('gives up a removed sentence although one much like it always stood elsewhere', () => {
    assert.equal(anchored(paper.replace(`${moved}\n\n`, ''), moved), null);
  });

  it('gives up a removed sentence although one much like it is where it was now', () => {
    const old = [...paper.split('\n\n').slice(0, 4), twin, 'No state has asked for more.'].join(
      '\n\n',
    );
    const text = old.replace(`${moved}\n\n`, '').replace('No state has', 'Some states have');
    const [anchor] = anchorAll(text, [target(moved, old)], { oldText: old });
    assert.equal(anchor, null);
    const edited = old.replace('every published plan', 'each published plan');
    const [changed] = anchorAll(edited, [target(moved, old)], { oldText: old });
    assert.equal(changed?.how, 'changed');
  });

  it('follows a passage of two sentences to the one that is left of it, between the same neighbours', () => {
    const both = `${moved}\n\nThe panel asks for a reserve that is filled in wet years and drawn on by rule.`;
    const text = paper.replace(`${moved}\n\n`, '');
    assert.deepEqual(anchored(text, both), [both.slice(moved.length + 2), 'changed']);
  });

  it('does not choose between copies that were put in around it', () => {
    const said = 'Fees were set in one sitting. Nobody asked the fishermen.';
    const old = `The board met in an old customs house.\n\n${said}\n\nMinutes are public.`;
    const text = `Another edition.\n\n${said}\n\nA year passed without a word.\n\n${said}\n\nThat was all.`;
    assert.deepEqual(anchorAll(text, [target(said, old)], { oldText: old }), [null]);
    const [kept] = anchorAll(`${old}\n\n${said}`, [target(said, old)], { oldText: old });
    assert.equal(kept?.start, old.indexOf(said));
  });

  it('looks everywhere for a target that is not of the old text', () => {
    const other = `Another preface.\n\n${paper}`;
    const text = `New.\n\n${paper.replace('drawn on by rule', 'drawn down by rule')}`;
    const [anchor] = anchorAll(text, [target('settle disputes early', other)], { oldText: paper });
    assert.equal(anchor && text.slice(anchor.start, anchor.end), 'settle disputes early');
  });

  it('finds every passage of a text that was only reflowed', () => {
    const text = paper.replace(/ /gu, (blank, at: number) => (at % 4 === 0 ? '\n' : blank));
    const targets = paper.split('\n\n').map((words) => target(words));
    const anchors = anchorAll(text, targets, { oldText: paper });
    assert.deepEqual(
      anchors.map((anchor) => anchor && text.slice(anchor.start, anchor.end).replace(/\s+/gu, ' ')),
      paper.split('\n\n'),
    );
  });
});

import assert from 'node:assert/strict';
import { anchorAll } from '../../../src/core/anchoring/anchorAll.ts';
import { describeRange } from '../../../src/core/anchoring/describeRange.ts';

// What a note has to be found by that is the only one of its paper, and of which no old text is at hand.

const before =
  'Two of the towns upstream had closed their gauges by then, and no one had noticed it. ';
const passage =
  'The basin agency wants every well above the delta to be metered before the next drought.';
const behind =
  ' None of them has been asked what a meter would cost to read where there is no road.';

const filling = (count: number, word: string) =>
  Array.from(
    { length: count },
    (_, at) => `Reading ${word} ${String(at)} was taken at weir ${String(at * 7)}.`,
  ).join('\n\n');

const old = `${filling(60, 'north')}\n\n${before}${passage}${behind}\n\n${filling(60, 'south')}`;
const target = describeRange(old, old.indexOf(passage), old.indexOf(passage) + passage.length);

/** The passage of a text that has half as much again put in before it. */
function found(now: string): string | null {
  const text = `${filling(120, 'late')}\n\n${old.replace(`${before}${passage}${behind}`, now)}`;
  const [anchor] = anchorAll(text, [target]);
  return anchor ? text.slice(anchor.start, anchor.end) : null;
}

describe('a note without neighbours', () => {
  const rewritten =
    'The basin agency now asks that wells on the delta get a meter before the drought.';

  it('is found far from where it was with half of its words when all that stood around it still does', () => {
    assert.equal(found(before + rewritten + behind), rewritten);
  });

  it('is found where half of its words and of those around it are left, and nowhere else anything of it', () => {
    const around = before.replace('upstream had closed', 'there may have shut');
    const rest = behind.replace('what a meter would cost', 'for a price');
    assert.equal(found(around + rewritten + rest), rewritten);
  });

  it('is lost with half of its words when what stood around it has gone too', () => {
    assert.equal(found(rewritten), null);
  });

  it('is lost with a word or two of it, whatever stands around', () => {
    assert.equal(found(`${before}It was the agency.${behind}`), null);
  });

  it('is found where it was reworded between all that stood around it, not where another has its old words', () => {
    const text = `${old.replace(passage, rewritten)}\n\nNo one had noticed it. ${passage} Nobody asked.`;
    const [anchor] = anchorAll(text, [target]);
    assert.equal(anchor && text.slice(anchor.start, anchor.end), rewritten);
  });
});

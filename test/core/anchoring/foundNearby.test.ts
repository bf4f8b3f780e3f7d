import assert from 'node:assert/strict';
import { describeRange } from '../../../src/core/anchoring/describeRange.ts';
import { foundNearby } from '../../../src/core/anchoring/foundNearby.ts';
import type { Target } from '../../../src/core/anchoring/target.ts';

const filler = Array.from(
  { length: 400 },
  (_, at) => `Clause ${at} asks district ${at * 7} to report on measure ${at * 13}.`,
).join('\n\n');
const text = `${filler}\n\nThe fund pays for repairs of small harbours.\n\n${filler}`;

function targetOf(quote: string): Target {
  const start = text.indexOf(quote);
  return describeRange(text, start, start + quote.length);
}

function placeIn(edited: string, target: Target, landmark: Target) {
  const shift = edited.indexOf(landmark.exact) - landmark.start;
  const standing = {
    target: landmark,
    start: landmark.start + shift,
    end: landmark.end + shift,
  };
  const { found, words } = foundNearby(edited, [target], [standing]);
  const place = found.get(target);
  return { quote: place && edited.slice(place.start, place.end), score: place?.score, words };
}

describe('foundNearby', () => {
  const neighbour = targetOf('Clause 399 asks district 2793 to report');
  const target = targetOf('fund pays for repairs of small harbours');

  it('finds what did not change behind an insertion, and reads no words for it', () => {
    assert.deepEqual(placeIn(`A new first paragraph.\n\n${text}`, target, neighbour), {
      quote: 'fund pays for repairs of small harbours',
      score: 1,
      words: null,
    });
  });

  it('finds an edited passage between its contexts, and reads only the text around it', () => {
    const edited = text.replace('pays for repairs', 'pays for urgent repairs');
    const { quote, score, words } = placeIn(edited, target, neighbour);
    assert.equal(quote, 'fund pays for urgent repairs of small harbours');
    assert.ok(score !== undefined && score > 0.7 && score <= 1);
    assert.equal(words, null);
  });

  it('leaves what was replaced, lost its context or stands twice near by to a closer look', () => {
    const replaced = text.replace(target.exact, 'ministry has nothing to say about any of this');
    assert.equal(placeIn(replaced, target, neighbour).quote, undefined);
    const elsewhere = text.replace(target.exact, '').replace('Clause 2 asks', target.exact);
    assert.equal(placeIn(elsewhere, target, neighbour).quote, undefined);
    const whole = target.prefix + target.exact + target.suffix;
    const twice = text.replace(whole, `x${whole}\n\n${whole}`);
    assert.equal(placeIn(twice, target, neighbour).quote, undefined);
  });

  it('finds nothing in front of the neighbour that it was behind', () => {
    const passage = '\n\nThe fund pays for repairs of small harbours.';
    const before = 'Clause 396 asks';
    const swapped = text.replace(passage, '').replace(before, `${passage.trim()}\n\n${before}`);
    assert.equal(placeIn(swapped, target, neighbour).quote, undefined);
  });

  it('without neighbours, takes what stands once in the whole text', () => {
    const moved = `${filler}\n\n${text}`;
    const { found } = foundNearby(moved, [target], []);
    assert.equal(found.get(target)?.start, moved.lastIndexOf(target.exact));
  });
});

import assert from 'node:assert/strict';
import type { AnchorOptions } from '../../../src/core/anchoring/anchorAll.ts';
import { describeRange } from '../../../src/core/anchoring/describeRange.ts';
import {
  excerptAt,
  likelyPlaces,
  orphanChoices,
  type OrphanChoice,
} from '../../../src/core/annotations/orphanChoices.ts';
import { placedAnnotation } from '../../support/placedAnnotation.ts';

const old =
  'The harbour board meets in March. It set the fees for pilots and for tugs in one sitting. ' +
  'Nobody asked the fishermen. The minutes are public.';

function noteOn(quote: string, id: string, found: boolean) {
  const start = old.indexOf(quote);
  const target = describeRange(old, start, start + quote.length);
  const anchor = { start, end: start + quote.length, score: 1, how: 'exact' as const };
  return placedAnnotation({ id, target }, found ? anchor : null);
}

describe('orphanChoices', () => {
  it('gives each orphan the places that come into question, the likeliest first', () => {
    const text =
      'The harbour board meets in March. It set fees for the pilots, and later for tugs, in two sittings. ' +
      'Nobody asked the fishermen. The minutes are public.';
    const choices = orphanChoices(text, [
      noteOn('set the fees for pilots and for tugs in one sitting', 'fees', false),
      noteOn('Nobody asked the fishermen', 'asked', true),
    ]);
    assert.deepEqual(
      choices.map(({ annotation }) => annotation.id),
      ['fees'],
    );
    const [best] = choices[0]?.candidates ?? [];
    assert.ok(best);
    assert.match(text.slice(best.start, best.end), /fees for the pilots/u);
  });

  it('puts first where the passage went by the text that it was made on, and keeps the copies', () => {
    const sentence = 'Nobody asked the fishermen.';
    const [before = '', behind = ''] = old.split(sentence);
    const text =
      `A new edition was asked for, and this is what they say of the old one. ${sentence} So much for them, ` +
      `who were few.\n\n${before} It rained hard on that day, as some will remember. ${sentence} ` +
      `They went home by boat, all of them, in the evening. ${behind}`;
    const note = noteOn(sentence, 'asked', false);
    const starts = (options: AnchorOptions) =>
      orphanChoices(text, [note], options)[0]?.candidates.map(({ start }) => start);
    const [copy, own] = [text.indexOf(sentence), text.lastIndexOf(sentence)];
    assert.equal(starts({})?.[0], copy);
    assert.deepEqual(starts({ oldText: old }), [own, copy]);
  });

  it('has no places for what is nowhere', () => {
    const gone = noteOn('The minutes are public', 'gone', false);
    const [choice] = orphanChoices('Quite another paper about bees.', [gone]);
    assert.deepEqual(choice?.candidates, []);
  });

  it('is empty where nothing is lost', () => {
    assert.deepEqual(orphanChoices(old, [noteOn('The minutes', 'm', true)]), []);
  });
});

describe('likelyPlaces', () => {
  const { annotation } = noteOn('The minutes', 'one', false);
  const choice = (id: string, ...places: [number, number][]): OrphanChoice => ({
    annotation: { ...annotation, id },
    candidates: places.map(([start, score]) => ({ start, end: start + 10, score })),
  });

  it('takes what is good and far ahead of the next', () => {
    assert.deepEqual(
      likelyPlaces([choice('one', [0, 0.95], [50, 0.4]), choice('two', [20, 0.9])]),
      [
        { id: 'one', range: { start: 0, end: 10 } },
        { id: 'two', range: { start: 20, end: 30 } },
      ],
    );
  });

  for (const [why, choices] of Object.entries({
    'is not good': [choice('one', [0, 0.7])],
    'is hardly better than another': [choice('one', [0, 0.95], [50, 0.9])],
    'two orphans want': [choice('one', [0, 0.95]), choice('two', [5, 0.95])],
  })) {
    it(`leaves what ${why} to the analyst`, () => {
      assert.deepEqual(likelyPlaces(choices), []);
    });
  }
});

describe('excerptAt', () => {
  it('shows the words around a passage, whole ones only', () => {
    const start = old.indexOf('the fees');
    assert.deepEqual(excerptAt(old, { start, end: start + 8 }, 12), {
      before: 'It set ',
      passage: 'the fees',
      behind: ' for pilots',
    });
  });
  it('reaches to the ends of the text', () => {
    assert.deepEqual(excerptAt('a  b c', { start: 3, end: 4 }), {
      before: 'a ',
      passage: 'b',
      behind: ' c',
    });
  });
});

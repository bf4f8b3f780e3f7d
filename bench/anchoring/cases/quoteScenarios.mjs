// Scenarios that edit annotated quotes, or what stands beside them, each by itself.
import {
  clauseEdits,
  contextEdits,
  markupEdits,
  otherWord,
  paraphraseEdits,
  typoEdits,
} from './quoteEdits.mjs';
import { isDistinct, isSingle } from './repeats.mjs';
import { wordSpans } from './spans.mjs';

export const quoteScenarios = {
  context: editing(isSingle, (text, { start, end }, rng) => contextEdits(text, start, end, rng)),
  typo: editing((each) => isSingle(each) && each.exact.length >= 6, slips),
  'para-light': editing(isSingle, fewWords),
  'para-heavy': editing(isSingle, manyWords),
  clause: editing(isSingle, (text, { start, end }, rng) => clauseEdits(text, start, end, rng)),
  markup: editing(isSingle, (text, { start, end }, rng) => markupEdits(text, start, end, rng)),
  dup: ({ base }) => ({ chosen: base.annotations.filter(({ repeat }) => repeat === 'dup') }),
  'dup-edited': editing((each) => each.repeat === 'dup' && each.exact.length >= 12, slips),
  'dup-order': ({ base }) => ({
    chosen: base.annotations.filter((each) => !isDistinct(each)),
  }),
  'twin-edited': editing(
    (each) => each.kind === 'twin' && isDistinct(each),
    (text, each, rng) => (rng.chance(0.5) ? slips : fewWords)(text, each, rng),
  ),
  replaced: (context) => {
    const made = editing((each) => each.kind === 'short' && isDistinct(each), otherWords)(context);
    return { ...made, acceptOrphan: new Set(made.chosen) };
  },
};

/** Edits those that `isMeant` and that `make` has an edit for. */
function editing(isMeant, make) {
  return ({ base, rng }) => {
    const chosen = [];
    const replaces = [];
    for (const each of base.annotations.filter(isMeant)) {
      const edits = make(base.text, each, rng);
      if (!edits?.length) continue;
      if (edits.some(({ a, b }) => a < each.start - 42 || b > each.end + 42))
        throw new Error('stray edit');
      replaces.push(...edits);
      chosen.push(each);
    }
    return { chosen, replaces };
  };
}

function slips(text, { start, end }, rng) {
  return typoEdits(text, start, end, rng);
}

function fewWords(text, { start, end }, rng) {
  return paraphraseEdits(text, start, end, rng, 0.15);
}

/** Many words of the quote, and now and then some beside it. */
function manyWords(text, { start, end }, rng) {
  const edits = paraphraseEdits(text, start, end, rng, 0.38);
  if (!edits || !rng.chance(0.3)) return edits;
  const beside = contextEdits(text, start, end, rng, 40);
  return [...edits, ...beside.filter(({ a, b }) => b < start - 1 || a > end + 1)];
}

function otherWords(text, { exact, start }, rng) {
  return wordSpans(exact, start).map(([a, b]) => ({
    a,
    b,
    text: otherWord(text.slice(a, b), rng),
  }));
}

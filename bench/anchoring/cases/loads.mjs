// Many annotations at once, and quotes that stand nearly everywhere: for speed alone, without a truth.
import { CONTEXT } from './base.mjs';
import { Rng } from './prng.mjs';
import { makeScenario } from './scenarios.mjs';

/** Loads by name, with the sizes of text that they are for. */
export const loads = { many: ['1m'], tiny: ['10k', '100k', '1m'] };

const tinyQuote = /[.,]|\b(?:the|of|and|to)\b/g;

/** What `makeScenario` gives, of a text revised as in `mix`: 10,000 quotes, or 150 of one mark or stop word. */
export function makeLoad(base, name) {
  const rng = new Rng(`load:${base.corpus}:${base.size}:${base.seed}:${name}`);
  const ranges = name === 'many' ? manyRanges(base.text, rng) : tinyRanges(base.text, rng);
  const items = ranges.map(([start, end]) => ({
    annotation: {
      exact: base.text.slice(start, end),
      prefix: base.text.slice(Math.max(0, start - CONTEXT), start),
      suffix: base.text.slice(end, end + CONTEXT),
      start,
      end,
    },
  }));
  return { name, text: makeScenario(base, 'mix').text, items };
}

function manyRanges(text, rng) {
  return Array.from({ length: 10_000 }, () => {
    const start = rng.int(text.length - 400);
    return [start, start + rng.range(8, 300)];
  });
}

function tinyRanges(text, rng) {
  const all = [...text.matchAll(tinyQuote)].map(({ 0: quote, index }) => [
    index,
    index + quote.length,
  ]);
  return rng.sample(all, Math.min(150, all.length));
}

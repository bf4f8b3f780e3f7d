// Edits far from the annotations, as every revision has them.
import { freshSentence } from './corpus.mjs';
import { CONTEXT } from './base.mjs';
import { sentenceSpans } from './spans.mjs';

function protectedTest(annotations, margin) {
  const spans = annotations
    .map((a) => [a.start - margin, a.end + margin])
    .sort((x, y) => x[0] - y[0]);
  return (a, b) => {
    let lo = 0,
      hi = spans.length;
    while (lo < hi) {
      const m = (lo + hi) >> 1;
      if (spans[m][1] <= a) lo = m + 1;
      else hi = m;
    }
    return lo < spans.length && spans[lo][0] < b;
  };
}

export const wholeOrder = (base) =>
  base.paragraphs.map((p, i) => ({
    a: base.offsets[i],
    b: Math.min(base.text.length, base.offsets[i] + p.length + 2),
    para: i,
  }));

function freshParagraph(base, rng) {
  const n = rng.range(1, 4);
  return Array.from({ length: n }, () => freshSentence(base.corpus, rng)).join(' ');
}

/** New paragraphs (always some at the top), and removed sentences, none of them near an annotation. */
export function background(base, rng) {
  const isProtected = protectedTest(base.annotations, CONTEXT + 10);
  const replaces = [];
  const order = [];
  const top = rng.range(1, { '10k': 3, '100k': 8, '1m': 30 }[base.size]);
  for (let i = 0; i < top; i++) order.push({ text: `${freshParagraph(base, rng)}\n\n` });
  for (const item of wholeOrder(base)) {
    if (!isProtected(item.a - 2, item.a + 2) && rng.chance(0.05))
      order.push({ text: `${freshParagraph(base, rng)}\n\n` });
    order.push(item);
    const p = base.paragraphs[item.para];
    if (p.startsWith('#')) continue;
    for (const [a, b] of sentenceSpans(p, item.a)) {
      if (rng.chance(0.07) && !isProtected(a - 1, b + 1))
        replaces.push({ a, b, text: rng.chance(0.5) ? '' : freshSentence(base.corpus, rng) });
    }
  }
  return { order, replaces };
}

export const parasOf = (base, ann) => {
  let lo = 0,
    hi = base.offsets.length - 1;
  while (lo < hi) {
    const m = (lo + hi + 1) >> 1;
    if (base.offsets[m] <= ann.start) lo = m;
    else hi = m - 1;
  }
  let last = lo;
  while (last + 1 < base.offsets.length && base.offsets[last + 1] < ann.end) last++;
  return [lo, last];
};

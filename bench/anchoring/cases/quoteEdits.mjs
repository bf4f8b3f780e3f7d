// Edits inside a quote and in its context.
import { synonyms, fillers, clauses } from './replacements.mjs';
import { wordSpans } from './spans.mjs';

const letters = 'abcdefghijklmnopqrstuvwxyz';

export function typoEdits(text, start, end, rng, howMany) {
  const edits = [];
  const used = new Set();
  const n = howMany ?? Math.max(1, Math.min(3, Math.floor((end - start) / 30) + 1));
  for (let tries = 0; edits.length < n && tries < 200; tries++) {
    const at = rng.range(start, end - 2);
    if ([at - 1, at, at + 1, at + 2].some((x) => used.has(x))) continue;
    const c = text[at],
      d = text[at + 1];
    if (/[\s\ud800-\udfff]/.test(c) || /[\s\ud800-\udfff]/.test(d) || at + 2 > end) continue;
    const kind = rng.int(4);
    if (kind === 0) {
      if (c === d) continue;
      edits.push({ a: at, b: at + 2, text: d + c });
    } else if (kind === 1) {
      const r = rng.pick(letters);
      edits.push({ a: at, b: at + 1, text: r === c ? (c === 'x' ? 'k' : 'x') : r });
    } else if (kind === 2) edits.push({ a: at, b: at + 1, text: c + rng.pick(letters) });
    else if (c !== d) edits.push({ a: at, b: at + 2, text: c });
    else continue;
    used.add(at).add(at + 1);
  }
  return edits;
}

export function otherWord(word, rng) {
  const key = word.toLowerCase();
  const known = Object.hasOwn(synonyms, key) ? synonyms[key] : null;
  let r = known
    ? rng.pick(known)
    : /^\d+$/.test(word)
      ? String(Number(word.slice(0, 9)) + rng.range(1, 40))
      : rng.pick(fillers);
  if (/^\p{Lu}/u.test(word)) r = r[0].toUpperCase() + r.slice(1);
  return r === word ? `${r}s` : r;
}

/** Replace, drop, insert or swap about `rate` of the words; always at least one, never all. */
export function paraphraseEdits(text, start, end, rng, rate) {
  const words = wordSpans(text.slice(start, end), start);
  if (words.length < 5) return null;
  const edits = [];
  const want = Math.min(words.length - 2, Math.max(1, Math.round(words.length * rate)));
  const picked = rng
    .sample(
      words.map((_, i) => i),
      want,
    )
    .sort((x, y) => x - y);
  let blocked = -1;
  for (const i of picked) {
    const [a, b] = words[i];
    if (a < blocked) continue;
    const roll = rng.float();
    if (roll < 0.62) edits.push({ a, b, text: otherWord(text.slice(a, b), rng) });
    else if (roll < 0.78) edits.push({ a, b, text: `${text.slice(a, b)} ${rng.pick(fillers)}` });
    else if (roll < 0.92 && i > 0 && i < words.length - 1 && text[b] === ' ') {
      edits.push({ a, b: b + 1, text: '' });
      blocked = b + 1;
    } else if (i + 1 < words.length && /^ $/.test(text.slice(b, words[i + 1][0]))) {
      const [c, d] = words[i + 1];
      edits.push({ a, b: d, text: `${text.slice(c, d)} ${text.slice(a, b)}` });
      blocked = d;
    } else edits.push({ a, b, text: otherWord(text.slice(a, b), rng) });
  }
  return edits;
}

/** Insert a clause into the quote, or take out 20-35% of it (never its first or last word). */
export function clauseEdits(text, start, end, rng) {
  const words = wordSpans(text.slice(start, end), start);
  if (words.length < 8) return null;
  if (rng.chance(0.5)) {
    const i = rng.range(2, words.length - 3);
    return [{ a: words[i][1], b: words[i][1], text: rng.pick(clauses) }];
  }
  const n = Math.max(2, Math.round(words.length * (0.2 + rng.float() * 0.15)));
  const i = rng.range(1, words.length - n - 1);
  return [{ a: words[i][0], b: words[i + n][0], text: '' }];
}

/** Put Markdown marks round some words of the quote: emphasis, highlight, code, a link, a footnote mark. */
export function markupEdits(text, start, end, rng) {
  const words = wordSpans(text.slice(start, end), start);
  if (!words.length) return null;
  const edits = [];
  const times = words.length > 12 ? rng.range(1, 3) : 1;
  let from = 0;
  for (let t = 0; t < times && from < words.length; t++) {
    const i = rng.range(from, Math.min(words.length - 1, from + Math.ceil(words.length / times)));
    const j = Math.min(words.length - 1, i + rng.range(0, 3));
    const [open, close] = rng.pick([
      ['**', '**'],
      ['_', '_'],
      ['==', '=='],
      ['`', '`'],
      ['[', '](#annex-b)'],
      ['', `[^${rng.range(1, 90)}]`],
      ['***', '***'],
    ]);
    if (open) edits.push({ a: words[i][0], b: words[i][0], text: open });
    edits.push({ a: words[j][1], b: words[j][1], text: close });
    from = j + 2;
  }
  return edits;
}

/** Rewrite words within `reach` characters outside the quote on both sides. */
export function contextEdits(text, start, end, rng, reach = 40) {
  const edits = [];
  for (const [lo, hi] of [
    [Math.max(0, start - reach), start],
    [end, Math.min(text.length, end + reach)],
  ]) {
    for (const [a, b] of wordSpans(text.slice(lo, hi), lo)) {
      if (a <= lo + 1 || b >= hi - 1) continue; // only whole words; leave the joint to the quote alone
      if (rng.chance(0.6)) edits.push({ a, b, text: otherWord(text.slice(a, b), rng) });
    }
  }
  return edits;
}

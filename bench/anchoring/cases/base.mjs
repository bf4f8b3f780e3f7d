// A base document plus annotations with 32-character contexts.
import { buildParagraphs, freshSentence } from './corpus.mjs';
import { Rng } from './prng.mjs';

export const CONTEXT = 32;
const GAP = 84; // annotations never touch each other's quote or context

const sentenceSplit = /[^.?!]+(?:[.?!]+(?=\s|$)["”’)]*|[.?!]+(?!\s|$)[^.?!]*)*(?:[.?!]+["”’)]*)?/g;

/** [start,end) of each sentence in a paragraph, trimmed of surrounding blanks. */
export function sentenceSpans(paragraph, base = 0) {
  const spans = [];
  for (const m of paragraph.matchAll(sentenceSplit)) {
    const lead = m[0].length - m[0].trimStart().length;
    const body = m[0].trim();
    if (body.length) spans.push([base + m.index + lead, base + m.index + lead + body.length]);
  }
  return spans;
}

export function wordSpans(text, base = 0) {
  const spans = [];
  for (const m of text.matchAll(/[\p{L}\p{N}’'%£€.-]*[\p{L}\p{N}%]/gu))
    spans.push([base + m.index, base + m.index + m[0].length]);
  return spans;
}

const twinWords = [
  'northern',
  'second',
  'beta',
  'revised',
  'smaller',
  'joint',
  'external',
  'autumn',
  'former',
  'principal',
  'regional',
  'later',
  'combined',
  'upper',
  'separate',
  'notified',
  'original',
  'western',
  'partial',
  'annual',
];

/** A near-identical twin of a sentence: one or two words (never all) differ. */
function twinOf(sentence, rng) {
  const words = wordSpans(sentence).filter(([a, b]) => b - a >= 4);
  if (words.length < 6) return null;
  const chosen = rng.sample(words, rng.range(1, 2)).sort((x, y) => y[0] - x[0]);
  let out = sentence;
  for (const [a, b] of chosen) {
    const w = sentence.slice(a, b);
    let r;
    if (/^\d+$/.test(w)) r = String(Number(w) + rng.range(1, 9));
    else {
      r = rng.pick(twinWords.filter((x) => x !== w.toLowerCase()));
      if (/^\p{Lu}/u.test(w)) r = r[0].toUpperCase() + r.slice(1);
    }
    out = out.slice(0, a) + r + out.slice(b);
  }
  return out === sentence ? null : out;
}

const sizeChars = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 };
const annotationCount = { '10k': 26, '100k': 150, '1m': 150 };

export function buildBase(corpus, size, seed) {
  const rng = new Rng(`base:${corpus}:${size}:${seed}`);
  let paragraphs = buildParagraphs(corpus, sizeChars[size], rng.fork('text'));

  // Boilerplate block repeated word for word: contexts of its middle sentence are identical everywhere.
  const block = [
    `${freshSentence(corpus, rng)} ${freshSentence(corpus, rng)}`,
    `Status note. ${freshSentence(corpus, rng)} ${freshSentence(corpus, rng)} End of status note.`,
    `${freshSentence(corpus, rng)}`,
  ];
  const blockCount = { '10k': 3, '100k': 9, '1m': 30 }[size];
  const blockAt = new Set();
  while (blockAt.size < blockCount) blockAt.add(rng.range(2, paragraphs.length - 1));
  const boiler = new Set();
  const withBlocks = [];
  paragraphs.forEach((p, i) => {
    if (blockAt.has(i))
      for (const b of block) {
        boiler.add(withBlocks.length);
        withBlocks.push(b);
      }
    withBlocks.push(p);
  });
  paragraphs = withBlocks;

  // Near-twins of some sentences, added to other paragraphs.
  const twinTargets = []; // [paragraph, sentence text]
  const wantTwins = { '10k': 6, '100k': 30, '1m': 30 }[size];
  const twinParas = new Set();
  for (let tries = 0; twinTargets.length < wantTwins && tries < 4000; tries++) {
    const pi = rng.int(paragraphs.length);
    if (boiler.has(pi) || twinParas.has(pi) || paragraphs[pi].length < 80) continue;
    const spans = sentenceSpans(paragraphs[pi]).filter(([a, b]) => b - a >= 50 && b - a <= 260);
    if (!spans.length) continue;
    const [a, b] = rng.pick(spans);
    const sentence = paragraphs[pi].slice(a, b);
    const twin = twinOf(sentence, rng);
    if (!twin) continue;
    const distance = rng.chance(0.4) ? rng.range(1, 3) : rng.range(1, paragraphs.length - 1);
    const host = (pi + distance) % paragraphs.length;
    if (host === pi || boiler.has(host) || twinParas.has(host) || paragraphs[host].startsWith('#'))
      continue;
    paragraphs[host] = rng.chance(0.5)
      ? `${paragraphs[host]} ${twin}`
      : `${twin} ${paragraphs[host]}`;
    twinParas.add(pi);
    twinParas.add(host);
    twinTargets.push([pi, sentence]);
  }

  const offsets = [];
  let at = 0;
  for (const p of paragraphs) {
    offsets.push(at);
    at += p.length + 2;
  }
  const text = paragraphs.join('\n\n');

  // Choose annotation ranges: twins first, then boilerplate sentences, then a mixture.
  const taken = []; // sorted list of [start,end)
  const free = (s, e) => {
    let lo = 0,
      hi = taken.length;
    while (lo < hi) {
      const m = (lo + hi) >> 1;
      if (taken[m][0] < s) lo = m + 1;
      else hi = m;
    }
    if (lo > 0 && taken[lo - 1][1] + GAP > s) return false;
    if (lo < taken.length && taken[lo][0] < e + GAP) return false;
    taken.splice(lo, 0, [s, e]);
    return true;
  };
  const chosen = [];
  const add = (s, e, kind) => {
    while (s < e && /\s/.test(text[s])) s++;
    while (e > s && /\s/.test(text[e - 1])) e--;
    if (e - s < 3 || !free(s, e)) return false;
    chosen.push({ start: s, end: e, kind });
    return true;
  };
  for (const [pi, sentence] of twinTargets) {
    const k = paragraphs[pi].indexOf(sentence);
    if (k >= 0) add(offsets[pi] + k, offsets[pi] + k + sentence.length, 'twin');
  }
  const boilerMiddles = paragraphs
    .map((p, i) => [p, i])
    .filter(([p, i]) => boiler.has(i) && p.startsWith('Status note.'));
  for (const [p, i] of rng.sample(
    boilerMiddles,
    Math.max(2, Math.ceil(boilerMiddles.length * 0.7)),
  )) {
    const spans = sentenceSpans(p).slice(1, -1);
    if (spans.length) {
      const [a, b] = rng.pick(spans);
      add(offsets[i] + a, offsets[i] + b, 'boiler');
    }
  }
  // Exact stock sentences and phrases that occur more than once with other neighbours.
  const seen = new Map();
  const wantDup = { '10k': 5, '100k': 24, '1m': 24 }[size];
  for (let i = 0; i < paragraphs.length; i++) {
    if (boiler.has(i)) continue;
    for (const [a, b] of sentenceSpans(paragraphs[i])) {
      const s = paragraphs[i].slice(a, b);
      if (s.length < 20 || s.length > 300) continue;
      if (!seen.has(s)) seen.set(s, []);
      seen.get(s).push([offsets[i] + a, offsets[i] + b]);
    }
  }
  const repeated = [...seen.values()].filter((v) => v.length > 1);
  let dups = 0;
  for (const v of rng.shuffle(repeated)) {
    if (dups >= wantDup) break;
    for (const [a, b] of rng.sample(v, 2)) if (dups < wantDup && add(a, b, 'stock')) dups++;
  }
  for (let tries = 0; chosen.length < annotationCount[size] && tries < 200_000; tries++) {
    const pi = rng.int(paragraphs.length);
    if (boiler.has(pi)) continue;
    const p = paragraphs[pi];
    const base = offsets[pi];
    const roll = rng.float();
    if (roll < 0.4) {
      // a sentence
      const spans = sentenceSpans(p).filter(([a, b]) => b - a >= 40 && b - a <= 320);
      if (spans.length) {
        const [a, b] = rng.pick(spans);
        add(base + a, base + b, 'sentence');
      }
    } else if (roll < 0.72) {
      // a phrase of 3-9 words
      const words = wordSpans(p);
      if (words.length < 12) continue;
      const n = rng.range(3, 9);
      const i = rng.int(words.length - n);
      add(base + words[i][0], base + words[i + n - 1][1], 'phrase');
    } else if (roll < 0.86) {
      // one or two words
      const words = wordSpans(p);
      if (words.length < 12) continue;
      const n = rng.range(1, 2);
      const i = rng.int(words.length - n);
      if (words[i + n - 1][1] - words[i][0] >= 4)
        add(base + words[i][0], base + words[i + n - 1][1], 'short');
    } else {
      // several sentences, sometimes across a paragraph break
      const spans = sentenceSpans(p);
      if (rng.chance(0.35) && pi + 1 < paragraphs.length && !boiler.has(pi + 1) && spans.length) {
        const next = sentenceSpans(paragraphs[pi + 1]);
        if (!next.length) continue;
        const a = base + spans[spans.length - 1][0];
        const b = offsets[pi + 1] + next[0][1];
        if (b - a <= 900) add(a, b, 'long');
      } else if (spans.length >= 2) {
        const i = rng.int(spans.length - 1);
        const k = Math.min(spans.length - 1, i + rng.range(1, 3));
        if (spans[k][1] - spans[i][0] <= 1200) add(base + spans[i][0], base + spans[k][1], 'long');
      }
    }
  }

  const annotations = rng.shuffle(chosen).map(({ start, end, kind }) => ({
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
    end,
    kind,
  }));
  for (const a of annotations) a.repeat = repeatClass(text, a);
  return { corpus, size, seed, text, paragraphs, offsets, annotations };
}

/** 'unique', 'dup' (same words elsewhere, other context) or 'dupctx' (same words and both contexts elsewhere). */
function repeatClass(text, a) {
  let at = -1;
  let cls = 'unique';
  while ((at = text.indexOf(a.exact, at + 1)) !== -1) {
    if (at === a.start) continue;
    if (at > a.start - a.exact.length && at < a.end) continue;
    cls = cls === 'unique' ? 'dup' : cls;
    if (
      text.slice(Math.max(0, at - CONTEXT), at) === a.prefix &&
      text.slice(at + a.exact.length, at + a.exact.length + CONTEXT) === a.suffix
    )
      return 'dupctx';
  }
  return cls;
}

// What is planted into the paragraphs of a base document to make quotes hard to tell apart.
import { freshSentence } from './corpus.mjs';
import { sentenceSpans, wordSpans } from './spans.mjs';

const blockCount = { '10k': 3, '100k': 9, '1m': 30 };
const twinCount = { '10k': 6, '100k': 30, '1m': 30 };

/**
 * A block of paragraphs repeated word for word: the contexts of its middle sentence are identical everywhere.
 * Gives all paragraphs, and the indices of those that belong to a block.
 */
export function withBlocks(paragraphs, { corpus, size }, rng) {
  const fresh = () => freshSentence(corpus, rng);
  const block = [
    `${fresh()} ${fresh()}`,
    `Status note. ${fresh()} ${fresh()} End of status note.`,
    fresh(),
  ];
  const before = new Set();
  while (before.size < blockCount[size]) before.add(rng.range(2, paragraphs.length - 1));
  const all = [];
  const boiler = new Set();
  paragraphs.forEach((paragraph, i) => {
    for (const each of before.has(i) ? block : []) {
      boiler.add(all.length);
      all.push(each);
    }
    all.push(paragraph);
  });
  return { paragraphs: all, boiler };
}

/** Puts near-twins of some sentences into other paragraphs; gives [paragraph, sentence] of each original. */
export function plantTwins(paragraphs, boiler, size, rng) {
  const originals = [];
  const used = new Set();
  for (let tries = 0; originals.length < twinCount[size] && tries < 4000; tries++) {
    const from = rng.int(paragraphs.length);
    if (boiler.has(from) || used.has(from) || paragraphs[from].length < 80) continue;
    const spans = sentenceSpans(paragraphs[from]).filter(([a, b]) => b - a >= 50 && b - a <= 260);
    if (!spans.length) continue;
    const [a, b] = rng.pick(spans);
    const sentence = paragraphs[from].slice(a, b);
    const twin = twinOf(sentence, rng);
    if (!twin) continue;
    const distance = rng.chance(0.4) ? rng.range(1, 3) : rng.range(1, paragraphs.length - 1);
    const host = (from + distance) % paragraphs.length;
    if (host === from || boiler.has(host) || used.has(host) || paragraphs[host].startsWith('#'))
      continue;
    paragraphs[host] = rng.chance(0.5)
      ? `${paragraphs[host]} ${twin}`
      : `${twin} ${paragraphs[host]}`;
    used.add(from);
    used.add(host);
    originals.push([from, sentence]);
  }
  return originals;
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

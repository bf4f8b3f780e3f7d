// Which passages of a base document are annotated.
import { sentenceSpans, wordSpans } from './spans.mjs';

const annotationCount = { '10k': 26, '100k': 150, '1m': 150 };
const stockCount = { '10k': 5, '100k': 24, '1m': 24 };
/** Annotations never touch each other's quote or context. */
const gap = 84;

/** Ranges {start,end,kind}: twins first, then boilerplate, then what recurs, then a mixture. */
export function annotationRanges(base, originals, boiler, rng) {
  const ranges = collect(base.text);
  addTwins(base, originals, ranges);
  addBoilerplate(base, boiler, ranges, rng);
  addStock(base, boiler, ranges, rng);
  const { paragraphs, offsets, size } = base;
  for (let tries = 0; ranges.list.length < annotationCount[size] && tries < 200_000; tries++) {
    const index = rng.int(paragraphs.length);
    if (boiler.has(index)) continue;
    const next = boiler.has(index + 1) ? undefined : paragraphs[index + 1];
    const pick = anyOf(rng)(paragraphs[index], next, rng);
    if (pick) ranges.add(offsets[index] + pick.start, offsets[index] + pick.end, pick.kind);
  }
  return ranges.list;
}

/** Takes ranges, trimmed, as long as they are far enough from those it has. */
function collect(text) {
  const list = [];
  const taken = []; // [start,end) in order
  const isFree = (start, end) => {
    let low = 0,
      high = taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (taken[middle][0] < start) low = middle + 1;
      else high = middle;
    }
    if (low > 0 && taken[low - 1][1] + gap > start) return false;
    if (low < taken.length && taken[low][0] < end + gap) return false;
    taken.splice(low, 0, [start, end]);
    return true;
  };
  const add = (from, to, kind) => {
    let start = from;
    let end = to;
    while (start < end && /\s/.test(text[start])) start++;
    while (end > start && /\s/.test(text[end - 1])) end--;
    if (end - start < 3 || !isFree(start, end)) return false;
    list.push({ start, end, kind });
    return true;
  };
  return { list, add };
}

function addTwins({ paragraphs, offsets }, originals, ranges) {
  for (const [index, sentence] of originals) {
    const at = paragraphs[index].indexOf(sentence);
    if (at < 0) continue;
    ranges.add(offsets[index] + at, offsets[index] + at + sentence.length, 'twin');
  }
}

function addBoilerplate({ paragraphs, offsets }, boiler, ranges, rng) {
  const middles = [...paragraphs.keys()].filter(
    (index) => boiler.has(index) && paragraphs[index].startsWith('Status note.'),
  );
  for (const index of rng.sample(middles, Math.max(2, Math.ceil(middles.length * 0.7)))) {
    const spans = sentenceSpans(paragraphs[index]).slice(1, -1);
    if (!spans.length) continue;
    const [a, b] = rng.pick(spans);
    ranges.add(offsets[index] + a, offsets[index] + b, 'boiler');
  }
}

/** Sentences that occur more than once with other neighbours. */
function addStock({ paragraphs, offsets, size }, boiler, ranges, rng) {
  const places = new Map();
  paragraphs.forEach((paragraph, index) => {
    if (boiler.has(index)) return;
    for (const [a, b] of sentenceSpans(paragraph)) {
      const sentence = paragraph.slice(a, b);
      if (sentence.length < 20 || sentence.length > 300) continue;
      if (!places.has(sentence)) places.set(sentence, []);
      places.get(sentence).push([offsets[index] + a, offsets[index] + b]);
    }
  });
  const repeated = [...places.values()].filter((each) => each.length > 1);
  let count = 0;
  for (const each of rng.shuffle(repeated)) {
    if (count >= stockCount[size]) break;
    for (const [a, b] of rng.sample(each, 2))
      if (count < stockCount[size] && ranges.add(a, b, 'stock')) count++;
  }
}

function anyOf(rng) {
  const roll = rng.float();
  if (roll < 0.4) return aSentence;
  if (roll < 0.72) return aPhrase;
  return roll < 0.86 ? oneOrTwoWords : severalSentences;
}

function aSentence(paragraph, _next, rng) {
  const spans = sentenceSpans(paragraph).filter(([a, b]) => b - a >= 40 && b - a <= 320);
  if (!spans.length) return null;
  const [start, end] = rng.pick(spans);
  return { start, end, kind: 'sentence' };
}

function aPhrase(paragraph, _next, rng) {
  return wordsInARow(paragraph, 3, 9, 'phrase', rng);
}

function oneOrTwoWords(paragraph, _next, rng) {
  const words = wordsInARow(paragraph, 1, 2, 'short', rng);
  return words && words.end - words.start >= 4 ? words : null;
}

function wordsInARow(paragraph, least, most, kind, rng) {
  const words = wordSpans(paragraph);
  if (words.length < 12) return null;
  const count = rng.range(least, most);
  const first = rng.int(words.length - count);
  return { start: words[first][0], end: words[first + count - 1][1], kind };
}

/** Several sentences, sometimes across a paragraph break. */
function severalSentences(paragraph, next, rng) {
  const spans = sentenceSpans(paragraph);
  if (rng.chance(0.35) && next !== undefined && spans.length) {
    const [first] = sentenceSpans(next);
    if (!first) return null;
    const start = spans.at(-1)[0];
    const end = paragraph.length + 2 + first[1];
    return end - start <= 900 ? { start, end, kind: 'long' } : null;
  }
  if (spans.length < 2) return null;
  const first = rng.int(spans.length - 1);
  const last = Math.min(spans.length - 1, first + rng.range(1, 3));
  const [start, end] = [spans[first][0], spans[last][1]];
  return end - start <= 1200 ? { start, end, kind: 'long' } : null;
}

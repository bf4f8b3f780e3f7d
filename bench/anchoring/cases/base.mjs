// A base document plus annotations with 32-character contexts.
import { annotationRanges } from './annotationRanges.mjs';
import { buildParagraphs } from './corpus.mjs';
import { plantTwins, withBlocks } from './planted.mjs';
import { Rng } from './prng.mjs';

export const CONTEXT = 32;

const sizeChars = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 };

/** The document of a corpus, a size and a seed; the same for the same three. */
export function buildBase(corpus, size, seed) {
  const rng = new Rng(`base:${corpus}:${size}:${seed}`);
  const plain = buildParagraphs(corpus, sizeChars[size], rng.fork('text'));
  const { paragraphs, boiler } = withBlocks(plain, { corpus, size }, rng);
  const originals = plantTwins(paragraphs, boiler, size, rng);
  const text = paragraphs.join('\n\n');
  const offsets = [];
  let at = 0;
  for (const paragraph of paragraphs) {
    offsets.push(at);
    at += paragraph.length + 2;
  }
  const base = { corpus, size, seed, text, paragraphs, offsets };
  const ranges = annotationRanges(base, originals, boiler, rng);
  return { ...base, annotations: rng.shuffle(ranges).map((range) => annotationAt(text, range)) };
}

function annotationAt(text, { start, end, kind }) {
  const annotation = {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
    end,
    kind,
  };
  return { ...annotation, repeat: repeatClass(text, annotation) };
}

/** 'unique', 'dup' (same words elsewhere, other context) or 'dupctx' (same words and both contexts elsewhere). */
function repeatClass(text, { exact, prefix, suffix, start, end }) {
  let at = -1;
  let found = 'unique';
  while ((at = text.indexOf(exact, at + 1)) !== -1) {
    if (at > start - exact.length && at < end) continue;
    found = 'dup';
    const after = at + exact.length;
    if (
      text.slice(Math.max(0, at - CONTEXT), at) === prefix &&
      text.slice(after, after + CONTEXT) === suffix
    )
      return 'dupctx';
  }
  return found;
}

import { hasBoldLead, type PointLine } from './pointLines.ts';
import type { PointCue } from './pointWords.ts';

const pointers =
  /\b(?:slides?|download|click|see (?:below|above)|read (?:more|about)|found below)\b|https?:/iu;

/**
 * Points that are paragraphs or headings under a heading without a list: paragraphs with bold leads,
 * numbered headings that say what to do, or a few short paragraphs. Findings that are told in prose
 * are no points.
 */
export function announcedParagraphs(
  heading: PointLine,
  lines: readonly PointLine[],
  cue: PointCue,
): readonly PointLine[] {
  if (cue.strength !== 'strong' || lines.some(({ type }) => type === 'item')) return [];
  const headings = lines.filter(({ type, level }) => type === 'heading' && level <= 7);
  const paragraphs = lines.filter(({ type }) => type === 'paragraph');
  if (headings.length > 0) return saying(headings);
  if (paragraphs.some(({ text }) => text.endsWith(':') || pointers.test(text))) return [];
  const bold = paragraphs.filter(hasBoldLead);
  if (bold.length >= 2) return bold;
  const numbered = paragraphs.filter(({ text }) => /^\(?\d{1,2}[.)]\s/u.test(text));
  if (numbered.length >= 2) return numbered;
  if (cue.role === 'recommendation') return advising(paragraphs);
  return /\b(?:findings|results|facts|conclusions|ergebnisse|résultats|hallazgos)\b/iu.test(
    heading.text,
  )
    ? []
    : shortOnes(paragraphs, heading);
}

/** Numbered sub-headings that each say a whole point. */
function saying(headings: readonly PointLine[]): readonly PointLine[] {
  const top = headings.reduce((least, { level }) => Math.min(least, level), Infinity);
  const own = headings.filter(({ level }) => level === top);
  const sayPoints = own.every(
    ({ text, words }) =>
      /^(?:\p{L}+ )?\(?\d{1,2}[a-z]?[.):]/u.test(text) && words >= 5 && text !== text.toUpperCase(),
  );
  return own.length >= 2 && sayPoints ? own : [];
}

function advising(paragraphs: readonly PointLine[]): readonly PointLine[] {
  const advises = paragraphs.every(
    ({ text, words }) => words <= 80 && /\b(?:should|must|ought to|needs? to)\b/u.test(text),
  );
  return paragraphs.length >= 2 && advises ? paragraphs : [];
}

function shortOnes(paragraphs: readonly PointLine[], heading: PointLine): readonly PointLine[] {
  if (paragraphs.length === 1) {
    const isMessage = /message|takeaway|take-away|bottom line|bluf|judge?ment|botschaft|mensaje/iu;
    return isMessage.test(heading.text) ? paragraphs.filter(({ words }) => words <= 120) : [];
  }
  // The article may follow without a heading: the points are the single sentences before it.
  const end = paragraphs.findIndex(
    ({ text, words }) =>
      words > 50 || /[.!?]\s+\p{Lu}/u.test(text) || (words <= 8 && !/[.!?]["”’)]?$/u.test(text)),
  );
  if (end >= 2) return end <= 7 ? paragraphs.slice(0, end) : [];
  const areShort = paragraphs.every(({ words }) => words <= 90);
  return paragraphs.length <= 10 && areShort ? paragraphs : [];
}

import type { Claim, Draft, RoleRule } from './claims.ts';
import { announcedLists, isListOfPoints } from './pointLists.ts';
import { isOnlyLink, pointLines, type PointLine } from './pointLines.ts';
import { announcedParagraphs } from './pointParagraphs.ts';
import { headingCue, leadInCue, runInLabel, type PointCue } from './pointWords.ts';

const sureness = { strong: 0.95, medium: 0.85, weak: 0.75 } as const;

/**
 * Claims key points and recommendations, with the headings they stand under. Words alone are never
 * enough: something that reads as points has to follow them, and in doubt there are none.
 */
export const pointsRule: RoleRule = (draft) => {
  const lines = pointLines(draft);
  return [
    ...lines.flatMap((line, at) => underHeading(lines, line, at)),
    ...afterSentences(lines),
    ...lines.flatMap((line, at) => withLabel(lines, line, at)),
    ...beforeTheText(draft, lines),
  ];
};

function claim(line: PointLine, cue: PointCue, evidence: string): Claim {
  return { block: line.block, role: cue.role, confidence: sureness[cue.strength], evidence };
}

function quoted(text: string): string {
  return `“${text.replace(/\s*:$/u, '').slice(0, 60)}”`;
}

/** A plain line of few words that are surely a heading of points is one, whatever the reader made of it. */
function isHeading(line: PointLine): boolean {
  return line.type === 'heading' || (line.type === 'paragraph' && line.words <= 6);
}

function underHeading(lines: readonly PointLine[], line: PointLine, at: number): readonly Claim[] {
  const cue = isHeading(line) ? headingCue(line.text) : null;
  if (cue === null || (line.type !== 'heading' && cue.strength === 'weak')) return [];
  const rank = line.type === 'heading' ? line.level : 8;
  const ends = (next: PointLine): boolean =>
    next.type === 'heading' &&
    (next.level <= rank || cue.strength === 'weak' || headingCue(next.text) !== null);
  const scope = until(lines, at + 1, ends);
  // A heading of several matters leaves the points to the heading below it that names them alone.
  const next = lines[at + 1 + scope.length];
  if (next?.type === 'heading' && next.level > rank && headingCue(next.text)?.role === cue.role)
    return [];
  const lists = announcedLists(scope, cue);
  const points = lists.length > 0 ? lists : announcedParagraphs(line, scope, cue);
  if (points.length === 0) return [];
  const heading: Claim = {
    block: line.block,
    role: cue.role === 'keyPoint' ? 'keyPointsHeading' : 'recommendationsHeading',
    confidence: sureness[cue.strength],
    evidence: `words ${quoted(line.text)}`,
  };
  const evidence = `under ${quoted(line.text)}`;
  const claims = points.map((point) => claim(point, cue, evidence));
  // A summary or an overview is more than its points: its heading stays what it is.
  return cue.strength === 'weak' ? claims : [heading, ...claims];
}

function afterSentences(lines: readonly PointLine[]): readonly Claim[] {
  let inSummary = false;
  return lines.flatMap((line, at) => {
    const cue = line.type === 'paragraph' || line.level === 8 ? leadInCue(line.text) : null;
    const claims =
      cue === null || (cue.strength === 'weak' && !inSummary) ? [] : afterSentence(lines, at, cue);
    if (line.type === 'heading' && line.level < 8)
      inSummary = headingCue(line.text)?.strength === 'weak';
    return claims;
  });
}

function afterSentence(lines: readonly PointLine[], at: number, cue: PointCue): readonly Claim[] {
  const items = until(lines, at + 1, ({ type }) => type !== 'item');
  if (items.length < 2 || !isListOfPoints({ items, before: undefined }, cue)) return [];
  const evidence = `after ${quoted(lines[at]?.text.slice(-60) ?? '')}`;
  const strength = cue.strength === 'strong' ? 'medium' : cue.strength;
  return items.map((item) => claim(item, { ...cue, strength }, evidence));
}

function withLabel(lines: readonly PointLine[], line: PointLine, at: number): readonly Claim[] {
  if (line.type === 'other') return [];
  const label = runInLabel(line.text);
  if (label === null || line.text.slice(label.length).split(' ').length < 4) return [];
  // A list of labels alone is a list of contents.
  if (lines[at + 1]?.type === 'item' && isOnlyLink(line)) return [];
  return [claim(line, label.cue, 'the label before it')];
}

/** Whole sentences as bullets between the title block and the text, without a heading of their own. */
function beforeTheText({ blocks }: Draft, lines: readonly PointLine[]): readonly Claim[] {
  const first = lines.findIndex(({ type }) => type === 'item');
  const before = lines.slice(0, Math.max(first, 0));
  const isOpening = before.every(
    ({ type, words, block }) =>
      type === 'other' || words <= 14 || blocks[block]?.kind === 'heading',
  );
  const titles = before.filter(({ type, level }) => type === 'heading' && level <= 7);
  if (first < 0 || !isOpening || titles.length > 1 || before.length > 8) return [];
  const items = until(lines, first, ({ type }) => type !== 'item');
  const next = lines[first + items.length];
  const areSentences = items.every(({ text, words }) => words >= 8 && /[.!]["”’)]?$/u.test(text));
  const nextIsText = next?.type === 'paragraph' && next.words >= 25;
  if (items.length < 2 || items.length > 8 || !areSentences || !nextIsText) return [];
  const cue: PointCue = { role: 'keyPoint', strength: 'weak' };
  return items.map((item) => claim(item, cue, 'bullets before the text'));
}

function until(
  lines: readonly PointLine[],
  from: number,
  ends: (line: PointLine) => boolean,
): readonly PointLine[] {
  let end = from;
  for (let line = lines[end]; line !== undefined && !ends(line); line = lines[end]) end += 1;
  return lines.slice(from, end);
}

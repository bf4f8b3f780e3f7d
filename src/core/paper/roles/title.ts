import type { FormBlock } from '../reading.ts';
import { datesIn } from './dates.ts';
import { headingMeaning } from './headingWords.ts';
import { roleSoFar, type Claim, type Draft, type RoleRule } from './claims.ts';
import { isByline, isNamesAlone } from './people.ts';
import { foldText } from './publisherRules.ts';
import { remembered } from './remembered.ts';
import { isSeriesAlone, seriesPrefix } from './seriesWords.ts';
import { siteCue } from './siteWords.ts';

/** A title is found among this many blocks that are not list items, at most. */
const reach = 40;
/** Less than this much evidence is no title. */
const enough = 3;
const foldedLine = remembered(foldText);
const shortened = /(?:\.\.\.|…)$/u;

/** Claims the title, and the shortened and repeated copies of it that pages print around it. */
export const titleRule: RoleRule = (draft) => {
  const known = draft.claims.find((claim) => claim?.role === 'title');
  const title = known ?? (hasFrontMatterTitle(draft) ? null : bestCandidate(draft));
  if (title === null) return [];
  const { block } = title;
  const words = foldText(draft.blocks[block]?.text ?? '');
  const copies = draft.blocks.flatMap((other, index): readonly Claim[] => {
    // Nothing much longer can be a copy.
    if (index === block || other.text.length > 2 * words.length + 20) return [];
    const folded = foldedLine(other.text);
    if (isShortenedTo(folded, words)) {
      return [
        {
          block: index,
          role: 'siteText',
          confidence: 0.95,
          evidence: 'breadcrumb with shortened title',
        },
      ];
    }
    const isCopy = folded === words && words.length > 12;
    return isCopy
      ? [{ block: index, role: 'siteText', confidence: 0.9, evidence: 'title again' }]
      : [];
  });
  return [title, ...copies];
};

/** Whether front matter names the title: what the page prints of it is then found by its words. */
function hasFrontMatterTitle({ text, blocks }: Draft): boolean {
  const front = blocks.find(({ kind }) => kind === 'frontMatter');
  if (front === undefined) return false;
  return /^[-+\s]*["']?title["']?\s*[:=]/imu.test(text.slice(front.range.start, front.range.end));
}

function bestCandidate(draft: Draft): Claim | null {
  const { blocks } = draft;
  const candidates: number[] = [];
  let seen = 0;
  for (let at = 0; at < blocks.length && seen < reach; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.kind === 'listItem' || block.kind === 'frontMatter') continue;
    seen += 1;
    if (block.kind === 'paragraph' && block.text.length > 320 && candidates.length > 0) break;
    if (isPossible(draft, block, at)) candidates.push(at);
  }
  const scored = candidates.map((at) => ({ at, ...score(draft, at, at === candidates[0]) }));
  const best = scored.reduce((a, b) => (b.points > a.points ? b : a), {
    at: -1,
    points: 0,
    evidence: '',
  });
  if (best.points < enough) return null;
  const confidence = Math.min(97, Math.round(60 + 6 * best.points)) / 100;
  return { block: best.at, role: 'title', confidence, evidence: best.evidence };
}

function isPossible(draft: Draft, block: FormBlock, at: number): boolean {
  const { text } = block;
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return false;
  if (roleSoFar(draft, at) !== null || text.length < 6 || text.length > 300) return false;
  if (siteCue(text) !== null || isByline(text) || isSeriesAlone(text)) return false;
  if (/:\/\/|@\w|^[\d\W]+$|\|/u.test(text)) return false;
  const [date] = datesIn(text);
  return date === undefined || date.end - date.start < 0.4 * text.length;
}

function score(
  draft: Draft,
  at: number,
  isFirst: boolean,
): { readonly points: number; readonly evidence: string } {
  const { blocks } = draft;
  const block = blocks[at];
  if (block === undefined) return { points: 0, evidence: '' };
  const cues: [number, string][] = [];
  const words = foldText(block.text);
  const near = blocks.slice(Math.max(0, at - 60), at + 12);
  if (near.some(({ text }) => isShortenedTo(foldText(text), words)))
    cues.push([6, 'shortened copy before it']);
  const after = nextPrinted(draft, at);
  if (after.slice(0, 4).some(isDateOrByline)) cues.push([3, 'above byline and date']);
  if (after[0] !== undefined && isDateOrByline(after[0]))
    cues.push([1.5, 'directly above byline or date']);
  if (block.kind === 'heading') cues.push([block.level === 1 ? 2 : 1, 'heading at the top']);
  if (seriesPrefix(block.text) !== null) cues.push([2, 'series before it']);
  if (isFirst) cues.push([2, 'first line of the paper']);
  if (block.text.length >= 20 && block.text.length <= 180) cues.push([1, 'length of a title']);
  const meaning = headingMeaning(block.text);
  if (meaning !== null) cues.push([meaning === 'summary' ? -1.5 : -4, 'words of a section']);
  if (/[.;,]$/u.test(block.text) && !shortened.test(block.text)) cues.push([-3, 'sentence']);
  if (isNamesAlone(block.text) && !isFirst) cues.push([-2, 'names']);
  const site = blocks.slice(0, at).some(({ text }) => foldText(text) === `${words} home`);
  if (site) cues.push([-5, 'name of the site']);
  const points = cues.reduce((sum, [value]) => sum + value, 0);
  const [strongest] = [...cues].sort(([a], [b]) => b - a);
  return { points, evidence: strongest?.[1] ?? '' };
}

/** The blocks after one that are not print links, image names and the like. */
function nextPrinted(draft: Draft, at: number): readonly FormBlock[] {
  return draft.blocks
    .slice(at + 1, at + 9)
    .filter(
      (block, index) => roleSoFar(draft, at + 1 + index) === null && siteCue(block.text) === null,
    );
}

function isDateOrByline({ kind, text }: FormBlock): boolean {
  if (kind === 'frontMatter' || text.length > 220) return false;
  return isByline(text) || (datesIn(text).length > 0 && text.length < 120);
}

function isShortenedTo(folded: string, title: string): boolean {
  const stem = shortened.test(folded) ? folded.replace(shortened, '').trim() : '';
  return stem.length >= 12 && title.length > stem.length && title.startsWith(stem);
}

import { roleSoFar, type Claim, type Draft, type RoleRule } from './claims.ts';
import { datesIn } from './dates.ts';
import { headingMeaning } from './headingWords.ts';
import { bodyIn, isByline, isNamesAlone } from './people.ts';
import { isSeriesAlone } from './seriesWords.ts';
import { siteCue } from './siteWords.ts';

/** How far from the title its byline and date stand, in blocks. */
const reach = 12;

/** Claims what stands around the title: series, subtitle, byline, date, posting record. */
export const openingRule: RoleRule = (draft) => {
  const title = draft.claims.findIndex((claim) => claim?.role === 'title');
  const first = Math.max(0, title < 0 ? 0 : title - 6);
  const claims: Claim[] = [];
  let isOpening = true;
  for (let block = first; block < Math.max(title, first) + reach; block += 1) {
    const form = draft.blocks[block];
    if (form === undefined) break;
    if (form.kind === 'listItem' || form.kind === 'frontMatter' || block === title) continue;
    const role = roleSoFar(draft, block);
    const meaning = role === 'siteText' ? null : headingMeaning(form.text);
    if (block > title && (form.text.length > 400 || meaning !== null)) isOpening = false;
    if (!isOpening) break;
    const claim = role === null ? claimFor(draft, block, title) : null;
    if (claim !== null) claims.push({ block, ...claim });
  }
  return [...claims, ...subtitle(draft, title, claims)];
};

function claimFor(draft: Draft, block: number, title: number): Omit<Claim, 'block'> | null {
  const text = draft.blocks[block]?.text ?? '';
  if (text.length > 300 || siteCue(text) !== null) return null;
  if (isByline(text))
    return { role: 'byline', confidence: 0.95, evidence: 'begins with “by” or “author”' };
  if (isSeriesAlone(text))
    return { role: 'series', confidence: 0.85, evidence: 'kind of publication' };
  const dates = datesIn(text);
  const [date] = dates;
  if (date !== undefined && text.length <= 140 && !/[.!?]$/u.test(text)) {
    const byBehind = /\b[Bb]y\s+\p{Lu}/u.test(text.slice(date.end));
    return byBehind
      ? { role: 'byline', confidence: 0.85, evidence: 'date and “by” below the title' }
      : { role: 'date', confidence: 0.9, evidence: 'date beside the title' };
  }
  if (
    date !== undefined &&
    text.length <= 140 &&
    /\b(?:version|published|ratified|adopted|issued|approved|dated|updated|revised)\b/iu.test(text)
  ) {
    return { role: 'date', confidence: 0.75, evidence: 'dated below the title' };
  }
  const isBelow = title >= 0 && block > title && block <= title + 4;
  if (isBelow && isNamesAlone(text) && isBesideDate(draft, block)) {
    return { role: 'byline', confidence: 0.8, evidence: 'names between title and date' };
  }
  return null;
}

function isBesideDate({ blocks }: Draft, block: number): boolean {
  const around = [blocks[block - 1], blocks[block + 1], blocks[block + 2]];
  return around.some(
    (other) => other !== undefined && other.text.length < 120 && datesIn(other.text).length > 0,
  );
}

/** Whether a line is the name of a body and no description: "a paper for the Forum" is one. */
function isBody(text: string): boolean {
  return bodyIn(text, 0) !== null && !/^(?:an?|the|eine?|une?|una?)\s\p{Ll}/iu.test(text);
}

/** A short line directly below the title, if byline or date follow. */
function subtitle(draft: Draft, title: number, claims: readonly Claim[]): readonly Claim[] {
  const block = title + 1;
  const form = draft.blocks[block];
  if (title < 0 || form === undefined || roleSoFar(draft, block) !== null) return [];
  if (claims.some((claim) => claim.block === block) || siteCue(form.text) !== null) return [];
  const follows = claims.some((claim) => claim.block > block && claim.block <= block + 3);
  const isPlain = form.kind === 'paragraph' || form.kind === 'heading';
  const isShort = form.text.length >= 8 && form.text.length <= 200 && !/[.:;]$/u.test(form.text);
  if (!follows || !isPlain || !isShort || headingMeaning(form.text) !== null || isBody(form.text)) {
    return [];
  }
  return [{ block, role: 'subtitle', confidence: 0.75, evidence: 'between title and byline' }];
}

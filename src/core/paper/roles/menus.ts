import { type Claim, type Draft, type RoleRule } from './claims.ts';
import { siteCue } from './siteWords.ts';

/** An entry of a menu is no longer than this; sentences are. */
const longestEntry = 90;

/** Evidence strong enough for a heading, which else may be a section about menus or feedback. */
const forHeadings =
  /^(?:skip link|log-in links|footer|breadcrumb|copyright line|social media links)$/u;

/** Claims lines that are site text by their own words: skip links, log-in, share links. */
export const siteWordsRule: RoleRule = ({ text, blocks }) =>
  blocks.flatMap((form, block): readonly Claim[] => {
    if (form.kind !== 'paragraph' && form.kind !== 'heading') return [];
    // A picture has no words, but it is something to see.
    const isSeen =
      form.text === '' && /[^\s\u200b]/u.test(text.slice(form.range.start, form.range.end));
    if (isSeen) return [];
    const evidence = siteCue(form.text);
    if (evidence === null || (form.kind === 'heading' && !forHeadings.test(evidence))) return [];
    // A link to more can belong to the paper, as "Read more" over its topics does.
    const confidence = evidence === 'link to more' ? 0.7 : 0.85;
    return [{ block, role: 'siteText', confidence, evidence }];
  });

/** A run of list items, nested ones included. */
interface ListRun {
  readonly from: number;
  readonly to: number;
}

/**
 * Claims lists of short entries as menus: those before the title, those with log-in, legal or social
 * links among them, and those that return word for word.
 */
export const menuRule: RoleRule = (draft) => {
  const title = draft.claims.findIndex((claim) => claim?.role === 'title');
  const seen = new Set<string>();
  return listRuns(draft).flatMap(({ from, to }) => {
    const items = draft.blocks.slice(from, to);
    if (!items.every(({ text }) => text.length <= longestEntry)) return [];
    const key = items.map(({ text }) => text.slice(0, 40)).join('|');
    const returns = items.length >= 3 && seen.has(key);
    seen.add(key);
    const cues = items.map(({ text }) => siteCue(text)).filter((cue) => cue !== null);
    const isSaid = /[:,;]$/u.test(draft.blocks[from - 1]?.text ?? '');
    const isLegal = cues.includes('footer links') && /privacy|terms|cookie|datenschutz/iu.test(key);
    const isLinks = cues.length >= 2 && cues.length >= (isLegal ? 0.25 : 0.6) * items.length;
    const isBefore = from < title && draft.isSiteKnown !== true;
    const isMenu = isBefore || returns || (isLinks && !isSaid);
    if (!isMenu) return [];
    return items.map((_, at): Claim => ({
      block: from + at,
      role: 'siteText',
      confidence: 0.88,
      evidence: 'menu',
    }));
  });
};

/** The runs of list items; a blank line in an otherwise tight list begins another list. */
function listRuns({ text, blocks }: Draft): readonly ListRun[] {
  const runs: ListRun[] = [];
  let from = -1;
  for (let at = 0; at <= blocks.length; at += 1) {
    const isItem = blocks[at]?.kind === 'listItem';
    if (isItem && from < 0) from = at;
    if (!isItem && from >= 0) {
      for (const each of tightRuns(text, blocks, { from, to: at })) runs.push(each);
      from = -1;
    }
  }
  return runs;
}

function tightRuns(
  text: string,
  blocks: Draft['blocks'],
  { from, to }: ListRun,
): readonly ListRun[] {
  const breaks: number[] = [];
  for (let at = from + 1; at < to; at += 1) {
    const gap = text.slice(blocks[at - 1]?.range.end, blocks[at]?.range.start);
    if (/\n\s*\n|\r\s*\r/u.test(gap.slice(0, 400))) breaks.push(at);
  }
  if (breaks.length > 0.3 * (to - from)) return [{ from, to }];
  return [from, ...breaks].map((start, index) => ({ from: start, to: breaks[index] ?? to }));
}

/** Claims what is left before the title, where skip links, log-in or menus show a page around the paper. */
export const beforeTitleRule: RoleRule = ({ blocks, claims, isSiteKnown = false }) => {
  if (isSiteKnown) return [];
  const title = claims.findIndex((claim) => claim?.role === 'title');
  const before = claims.slice(0, Math.max(title, 0));
  if (!before.some((claim) => claim?.role === 'siteText' && claim.evidence !== 'title again'))
    return [];
  return before.flatMap((claim, block): readonly Claim[] => {
    const isShort = (blocks[block]?.text.length ?? 0) < 300;
    if (claim !== null || !isShort || blocks[block]?.kind === 'frontMatter') return [];
    return [{ block, role: 'siteText', confidence: 0.8, evidence: 'page header' }];
  });
};

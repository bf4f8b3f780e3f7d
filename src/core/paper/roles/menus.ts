import { roleSoFar, type Claim, type Draft, type RoleRule } from './claims.ts';
import { siteCue } from './siteWords.ts';

/** An entry of a menu is no longer than this; sentences are. */
const longestEntry = 90;

/** Claims what is site text by its own words, wherever it stands: skip links, log-in, share links. */
export const siteWordsRule: RoleRule = ({ blocks }) =>
  blocks.flatMap((form, block): readonly Claim[] => {
    if (form.kind === 'frontMatter' || form.kind === 'table' || form.kind === 'html') return [];
    const evidence = siteCue(form.text);
    if (evidence === null) return [];
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
    const key = items.map(({ text }) => text.slice(0, 30)).join('|');
    const returns = items.length >= 3 && seen.has(key);
    seen.add(key);
    const links = items.filter((_, at) => roleSoFar(draft, from + at) === 'siteText').length;
    const isMenu = from < title || returns || (links > 0 && links >= 0.25 * items.length);
    if (!isMenu) return [];
    const evidence = from < title ? 'menu before the title' : 'menu';
    return items.map((_, at): Claim => ({
      block: from + at,
      role: 'siteText',
      confidence: 0.88,
      evidence,
    }));
  });
};

function listRuns({ blocks }: Draft): readonly ListRun[] {
  const runs: ListRun[] = [];
  let from = -1;
  for (let at = 0; at <= blocks.length; at += 1) {
    const isItem = blocks[at]?.kind === 'listItem';
    if (isItem && from < 0) from = at;
    if (!isItem && from >= 0) {
      runs.push({ from, to: at });
      from = -1;
    }
  }
  return runs;
}

/** Claims what is left before the title, where skip links, log-in or menus show a page around the paper. */
export const beforeTitleRule: RoleRule = ({ blocks, claims }) => {
  const title = claims.findIndex((claim) => claim?.role === 'title');
  const before = claims.slice(0, Math.max(title, 0));
  if (!before.some((claim) => claim?.role === 'siteText' && claim.evidence !== 'title again'))
    return [];
  return before.flatMap((claim, block): readonly Claim[] => {
    const isShort = (blocks[block]?.text.length ?? 0) < 300;
    if (claim !== null || !isShort || blocks[block]?.kind === 'frontMatter') return [];
    return [{ block, role: 'siteText', confidence: 0.8, evidence: 'before the title' }];
  });
};

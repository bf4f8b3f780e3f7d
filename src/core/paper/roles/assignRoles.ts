import type { Block } from '../paper.ts';
import type { FormBlock } from '../reading.ts';
import type { Steps } from '../steps.ts';
import { afterEndRule, aboutRule, associatedFilesRule } from './closingBlocks.ts';
import { contentsRule } from './contentsLists.ts';
import { footnotesRule } from './footnotes.ts';
import { pointsRule } from './keyPoints.ts';
import { memoRule } from './memo.ts';
import { beforeTitleRule, menuRule, siteWordsRule } from './menus.ts';
import { openingRule } from './openingBlocks.ts';
import { pageFurnitureRule } from './pageFurniture.ts';
import { disclaimerRule, fullPaperRule, handlingMarkRule, postingRule } from './passages.ts';
import { relatedContentRule } from './relatedContent.ts';
import { summaryRule } from './summaries.ts';
import { tagsRule } from './tagLists.ts';
import { titleRule } from './title.ts';
import { withClaims, type Draft, type RoleRule } from './claims.ts';

/** The rules in the order in which they look at a paper; a later one sees what the earlier ones claimed. */
const rules: readonly RoleRule[] = [
  pageFurnitureRule,
  memoRule,
  siteWordsRule,
  handlingMarkRule,
  postingRule,
  contentsRule,
  titleRule,
  openingRule,
  menuRule,
  beforeTitleRule,
  disclaimerRule,
  fullPaperRule,
  associatedFilesRule,
  tagsRule,
  aboutRule,
  relatedContentRule,
  footnotesRule,
  summaryRule,
  afterEndRule,
  pointsRule,
];

/** Gives every block a role, how sure it is, and the cue that decided it; a step for each rule. */
export function* assignRoles(
  text: string,
  blocks: readonly FormBlock[],
  overrules: readonly RoleRule[] = [],
): Steps<readonly Block[]> {
  const empty: Draft = { text, blocks, claims: blocks.map(() => null) };
  let draft = empty;
  for (const rule of [...overrules, ...rules]) {
    draft = withClaims(draft, rule(draft));
    yield;
  }
  return blocks.map((block, index) => {
    const claim = draft.claims[index] ?? unclaimed(block);
    const { role, confidence, evidence } = claim;
    const { kind, range, text: read, level, ordinal, token } = block;
    return { kind, role, confidence, evidence, range, text: read, level, ordinal, token };
  });
}

function unclaimed(block: FormBlock): Pick<Block, 'role' | 'confidence' | 'evidence'> {
  if (block.kind === 'frontMatter') {
    return { role: 'metadata', confidence: 1, evidence: 'front matter' };
  }
  if (block.kind === 'footnote') return { role: 'footnote', confidence: 0.9, evidence: 'footnote' };
  return block.kind === 'heading'
    ? { role: 'heading', confidence: 0.6, evidence: 'heading' }
    : { role: 'body', confidence: 0.5, evidence: 'running text' };
}

import type { Paper, PaperMetadata, PaperSource } from './paper.ts';
import type { ReadingOptions } from './readPaper.ts';
import type { Reading } from './reading.ts';
import { assignRoles } from './roles/assignRoles.ts';
import type { RoleRule } from './roles/claims.ts';
import { correctionRule } from './roles/corrections.ts';
import { publisherRule } from './roles/publisherRules.ts';

/** What the format of a paper adds to the rules that hold for all. */
export interface FormatRules {
  /** Rules that hold over the common ones. */
  readonly overrules: readonly RoleRule[];
  /** Whether the title is stated so surely that, where it is not printed, no line is taken for it. */
  readonly isTitleStated?: boolean;
  /** What the paper says about itself, by the roles that its blocks have. */
  readonly metadataOf: (blocks: Paper['blocks']) => PaperMetadata;
}

/** The paper that a text of some form is: roles by evidence, and what an analyst decided above that. */
export function paperFromReading(
  text: string,
  { tokens, blocks, problems }: Reading,
  source: PaperSource,
  { format, name, corrections = [], rules = [] }: ReadingOptions,
  { overrules, isTitleStated = false, metadataOf }: FormatRules,
): Paper {
  const above = [correctionRule(corrections), ...overrules];
  const first = assignRoles(text, blocks, above, isTitleStated);
  const metadata = metadataOf(first);
  const paper = { name, format, text, tokens, blocks: first, metadata, problems, ...source };
  const publisher = metadata.publisher?.text ?? null;
  if (publisher === null || rules.length === 0) return paper;
  const taught = [...above, publisherRule(publisher, rules)];
  const second = assignRoles(text, blocks, taught, isTitleStated);
  return { ...paper, blocks: second, metadata: metadataOf(second) };
}

import type { Paper, PaperMetadata, PaperSource } from './paper.ts';
import type { ReadingOptions } from './readPaper.ts';
import type { Reading } from './reading.ts';
import { assignRoles } from './roles/assignRoles.ts';
import type { KnownBefore, RoleRule } from './roles/claims.ts';
import { correctionRule } from './roles/corrections.ts';
import { publisherRule } from './roles/publisherRules.ts';
import type { Steps } from './steps.ts';

/** What the format of a paper adds to the rules that hold for all. */
export interface FormatRules extends KnownBefore {
  /** Rules that hold over the common ones. */
  readonly overrules: readonly RoleRule[];
  /** What the paper says about itself, by the roles that its blocks have. */
  readonly metadataOf: (blocks: Paper['blocks']) => PaperMetadata;
}

/** The paper that a text of some form is: roles by evidence, and what an analyst decided above that. */
export function* paperSteps(
  text: string,
  { chunks, blocks, problems }: Reading,
  source: PaperSource,
  { format, name, corrections = [], rules = [] }: ReadingOptions,
  { overrules, metadataOf, ...known }: FormatRules,
): Steps<Paper> {
  const above = [correctionRule(corrections), ...overrules];
  const first = yield* assignRoles(text, blocks, above, known);
  const metadata = metadataOf(first);
  const paper = { name, format, text, chunks, blocks: first, metadata, problems, ...source };
  const publisher = metadata.publisher?.text ?? null;
  if (publisher === null || rules.length === 0) return paper;
  const taught = [...above, publisherRule(publisher, rules)];
  const second = yield* assignRoles(text, blocks, taught, known);
  return { ...paper, blocks: second, metadata: metadataOf(second) };
}

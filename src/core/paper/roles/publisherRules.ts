import type { Paper, Role, SourceRange } from '../paper.ts';
import type { RoleRule } from './claims.ts';

/** A role that blocks with this text, or under a heading with this text, have in a publisher's papers. */
export interface PublisherRule {
  readonly publisher: string;
  /** Text of the block or heading, folded as by `foldText`. */
  readonly text: string;
  readonly role: Role;
}

/** A rule that could be made, with its text as the paper prints it. */
export interface SuggestedRule {
  readonly rule: PublisherRule;
  readonly printed: string;
}

/** The text as publisher rules compare it: lower case, white space folded, no colon at the end. */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim().replace(/\s?:$/u, '');
}

/** The rule by which what an analyst taught about a publisher holds for its papers. */
export function publisherRule(publisher: string | null, rules: readonly PublisherRule[]): RoleRule {
  const wanted = publisher === null ? null : foldText(publisher);
  const taught = new Map(
    rules
      .filter((rule) => foldText(rule.publisher) === wanted)
      .map((rule) => [rule.text, rule.role]),
  );
  return ({ blocks }) => {
    let under: Role | undefined;
    return blocks.flatMap((block, index) => {
      const own = taught.get(foldText(block.text));
      if (block.kind === 'heading') under = own;
      const role =
        block.kind === 'heading' && own !== undefined ? headingRole(own) : (own ?? under);
      const evidence = 'rule for this publisher';
      return role === undefined ? [] : [{ block: index, role, confidence: 0.99, evidence }];
    });
  };
}

/** The role of the heading itself, whose blocks have a role. */
function headingRole(role: Role): Role {
  if (role === 'keyPoint') return 'keyPointsHeading';
  if (role === 'recommendation') return 'recommendationsHeading';
  return role === 'body' ? 'heading' : role;
}

/**
 * The rule that a correction suggests for the paper's publisher: about the heading that the passage stands
 * under, else about the passage's own words. Null where the paper names no publisher, or where neither is
 * short enough to be printed again in another paper.
 */
export function ruleFor(paper: Paper, range: SourceRange, role: Role): SuggestedRule | null {
  const publisher = paper.metadata.publisher?.text;
  const at = paper.blocks.findIndex(
    (block) => range.start < block.range.end && block.range.start < range.end,
  );
  const block = paper.blocks[at];
  if (publisher === undefined || block === undefined) return null;
  const heading = paper.blocks.slice(0, at).findLast(({ kind }) => kind === 'heading');
  const isUnderHeading = block.kind !== 'heading' && role !== 'siteText' && heading !== undefined;
  const printed = (isUnderHeading ? heading : block).text;
  const text = foldText(printed);
  if (text === '' || text.length > longestRepeated) return null;
  return { rule: { publisher, text, role }, printed };
}

/** What a publisher prints in one paper after another is a line, not a passage. */
const longestRepeated = 200;

import type { Role, SourceRange } from '../paper.ts';
import type { RoleRule } from './claims.ts';

/** A role that an analyst gave to a passage. */
export interface Correction {
  readonly range: SourceRange;
  readonly role: Role;
}

/** The rule by which an analyst's corrections hold over everything else; the last correction wins. */
export function correctionRule(corrections: readonly Correction[]): RoleRule {
  return ({ blocks }) =>
    blocks.flatMap((block, index) => {
      const correction = corrections.findLast(
        ({ range }) => range.start < block.range.end && block.range.start < range.end,
      );
      return correction === undefined
        ? []
        : [{ block: index, role: correction.role, confidence: 1, evidence: 'your correction' }];
    });
}

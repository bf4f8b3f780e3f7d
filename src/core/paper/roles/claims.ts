import type { Role } from '../paper.ts';
import type { FormBlock } from '../reading.ts';

/** A role that a rule claims for a block, and the cue it goes by. */
export interface Claim {
  /** Index of the block. */
  readonly block: number;
  readonly role: Role;
  readonly confidence: number;
  readonly evidence: string;
}

/** What is known of a paper before its blocks have roles; false where nothing is said. */
export interface KnownBefore {
  /** Whether the title is stated so surely that, where it is not printed, no line is taken for it. */
  readonly isTitleStated?: boolean;
  /** Whether the reader saw by the source's own structure what stands around the paper. */
  readonly isSiteKnown?: boolean;
}

/** A paper on its way to having roles: what a rule may look at. */
export interface Draft extends KnownBefore {
  readonly text: string;
  readonly blocks: readonly FormBlock[];
  /** The claim that holds for each block so far, or null. */
  readonly claims: readonly (Claim | null)[];
}

/** Claims roles by one kind of evidence; looks at the claims of the rules before it. */
export type RoleRule = (draft: Draft) => readonly Claim[];

/** Takes the claims into the draft: the surer one holds, and the earlier one of two equals. */
export function withClaims(draft: Draft, claims: readonly Claim[]): Draft {
  if (claims.length === 0) return draft;
  const next = [...draft.claims];
  for (const claim of claims) {
    const held = next[claim.block];
    if (held !== undefined && (held === null || held.confidence < claim.confidence)) {
      next[claim.block] = claim;
    }
  }
  return { ...draft, claims: next };
}

/** The role that a block has so far, or null. */
export function roleSoFar(draft: Draft, block: number): Role | null {
  return draft.claims[block]?.role ?? null;
}

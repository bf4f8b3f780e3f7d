import type { Target } from '../anchoring/target.ts';
import type { Role } from '../paper/paper.ts';

export const statuses = ['open', 'reviewed', 'done'] as const;
/** How far the work on an annotation is. */
export type Status = (typeof statuses)[number];

export const confidences = ['low', 'moderate', 'high'] as const;
/** How much the analyst trusts what the passage says. */
export type Confidence = (typeof confidences)[number];

/** An answer under an annotation's note. */
export interface Reply {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly created: string;
}

/** A highlight with what the analyst says about it. Times are ISO 8601 in UTC. */
export interface Annotation {
  readonly id: string;
  readonly target: Target;
  /** Id of a category from the settings. */
  readonly category: string;
  /** Markdown; empty for a bare highlight. */
  readonly note: string;
  readonly tags: readonly string[];
  readonly status: Status;
  readonly confidence: Confidence | null;
  readonly author: string;
  readonly created: string;
  readonly modified: string;
  /** Grows by one with each change. */
  readonly revision: number;
  readonly replies: readonly Reply[];
}

/** An analyst's decision on the role of a passage. It holds for the blocks that the passage touches. */
export interface RoleCorrection {
  readonly id: string;
  readonly target: Target;
  readonly role: Role;
}

/** A kind of annotation. The letter says it where colour can't. */
export interface Category {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  /** A theme colour id ("policyAnnotator.evidence") or a hex colour ("#b58900"). */
  readonly color: string;
}

/** What tells a paper from others when its file has another name or place. */
export interface Fingerprint {
  /** Checksums of the file's bytes, and of its text with unified line ends; empty if not known. */
  readonly bytes: string;
  readonly text: string;
  /** Of the file, in bytes. */
  readonly size: number;
  readonly title: string;
  readonly authors: readonly string[];
  /** ISO 8601 as far as it is printed; empty if it is not. */
  readonly date: string;
}

/** Everything that is stored about one paper, under one key. */
export interface PaperRecord {
  readonly uri: string;
  readonly annotations: readonly Annotation[];
  readonly roles: readonly RoleCorrection[];
  readonly fingerprint?: Fingerprint;
}

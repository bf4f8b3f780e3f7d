import type { SourceRange } from '../paper/paper.ts';

/** A row of a tree, before a view gives it a face. */
export interface TreeNode<Data> {
  /** The same for the same thing after an edit, so that expansion and selection survive. */
  readonly id: string;
  readonly data: Data;
  /** The paper that the row belongs to; null for rows above papers. */
  readonly uri: string | null;
  /** Where in the paper it leads; null for rows that only hold others. */
  readonly place: SourceRange | null;
  readonly children: readonly TreeNode<Data>[];
}

/** Makes ids out of texts: a text that comes again gets a number, so ids stay unique. */
export function createIds(parent: string): (kind: string, text: string) => string {
  const seen = new Map<string, number>();
  return (kind, text) => {
    const id = `${parent}/${kind}:${text.slice(0, 120)}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  };
}

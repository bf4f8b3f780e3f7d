import type * as vscode from 'vscode';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { compareEditions, type EditionComparison } from '../../core/annotations/compareEditions.ts';
import type { Paper } from '../../core/paper/paper.ts';

/** What a paper is compared with: what its own notes were made on (`uri` is null), or another file. */
export interface EarlierEdition {
  readonly uri: vscode.Uri | null;
  readonly name: string;
  readonly paper: Paper;
  readonly annotations: readonly Annotation[];
}

/** Two editions of a paper side by side, and which annotations were carried over since. */
export interface Comparison {
  readonly paper: vscode.Uri;
  readonly now: Paper;
  readonly earlier: EarlierEdition;
  readonly result: EditionComparison<Annotation>;
  readonly carried: ReadonlySet<string>;
}

/** Compares; nothing is carried over yet. */
export function compare(paper: vscode.Uri, now: Paper, earlier: EarlierEdition): Comparison {
  const result = compareEditions(earlier.paper, now, earlier.annotations);
  return { paper, now, earlier, result, carried: new Set() };
}

/** The annotations that have a passage in the newer edition and were not carried over yet. */
export function waiting({ result, carried }: Comparison): readonly {
  readonly annotation: Annotation;
  readonly range: { readonly start: number; readonly end: number };
}[] {
  return result.annotations.flatMap(({ annotation, anchor }) =>
    anchor === null || carried.has(annotation.id)
      ? []
      : [{ annotation, range: { start: anchor.start, end: anchor.end } }],
  );
}

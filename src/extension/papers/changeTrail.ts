import * as vscode from 'vscode';
import { trackThrough, type TextChange } from '../../core/anchoring/trackRange.ts';
import type { SourceRange } from '../../core/paper/paper.ts';

/** The latest edits of one document, to bring offsets of an older version up to date. */
export interface ChangeTrail {
  /** Where a range of that version is now; null if it is gone or the edits since are not known. */
  follow(range: SourceRange, version: number): SourceRange | null;
  dispose(): void;
}

interface Edit {
  readonly versionBefore: number;
  readonly changes: readonly TextChange[];
}

/** Enough for any message on its way: the page is told of edits within two seconds. */
const longestTrail = 200;

export function createChangeTrail(document: vscode.TextDocument): ChangeTrail {
  let version = document.version;
  let edits: readonly Edit[] = [];

  const subscription = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document !== document || event.contentChanges.length === 0) return;
    const changes = event.contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      length: text.length,
    }));
    edits = [...edits.slice(1 - longestTrail), { versionBefore: version, changes }];
    version = document.version;
  });

  return {
    follow(range, from) {
      if (from === version) return range;
      const first = edits.findIndex((edit) => edit.versionBefore === from);
      if (first < 0) return null;
      let tracked: SourceRange | null = range;
      for (const edit of edits.slice(first)) {
        tracked = tracked && trackThrough(tracked, edit.changes);
      }
      return tracked;
    },
    dispose() {
      subscription.dispose();
    },
  };
}

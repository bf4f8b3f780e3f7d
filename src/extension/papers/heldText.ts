import type * as vscode from 'vscode';
import { createChangeTrail, type ChangeTrail } from './changeTrail.ts';
import { holdDocument } from './heldDocument.ts';
import type { HeldPaper, TextPapers } from './papers.ts';

/** Holds a paper that is a text document; its edits are followed. */
export function holdText(papers: TextPapers, uri: vscode.Uri, changed: () => void): HeldPaper {
  let trail: { readonly document: vscode.TextDocument; readonly changes: ChangeTrail } | null =
    null;
  const held = holdDocument(uri, () => {
    const { document } = held;
    if (document !== trail?.document) {
      trail?.changes.dispose();
      trail = document && { document, changes: createChangeTrail(document) };
    }
    changed();
  });

  return {
    read: () => held.document && papers.read(held.document),
    get version() {
      return held.document?.version ?? null;
    },
    get obstacle() {
      return held.problem === null ? null : { message: held.problem, again: false };
    },
    progress: null,
    follow: (range, version) => trail?.changes.follow(range, version) ?? null,
    refresh() {
      held.refresh();
    },
    readAgain() {
      held.refresh();
    },
    cancel() {
      // A text is read at once.
    },
    dispose() {
      held.dispose();
      trail?.changes.dispose();
    },
  };
}

import * as vscode from 'vscode';
import type { Previews } from '../preview/previews.ts';

/**
 * Keeps what is in front now, and returns how to have it there again as it is: what was opened since
 * in passing is closed.
 */
export function rememberFront(previews: Previews): () => Promise<void> {
  const before = new Set(openTabs().map(nameOfTab));
  const again = rememberPreview(previews) ?? rememberEditor();
  return async () => {
    await again();
    const opened = openTabs().filter((tab) => tab.isPreview && !before.has(nameOfTab(tab)));
    await vscode.window.tabGroups.close(opened, true);
  };
}

function rememberPreview({ active }: Previews): (() => Promise<void>) | null {
  if (active === null) return null;
  const { offset } = active;
  return () => {
    active.panel.reveal(undefined, false);
    active.scrollTo(offset);
    return Promise.resolve();
  };
}

function rememberEditor(): () => Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return () => Promise.resolve();
  const { document, viewColumn, selections } = editor;
  const visible = editor.visibleRanges[0];
  return async () => {
    const shown = await vscode.window.showTextDocument(document, {
      ...(viewColumn && { viewColumn }),
    });
    shown.selections = selections;
    if (visible) shown.revealRange(visible, vscode.TextEditorRevealType.AtTop);
  };
}

function openTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
}

function nameOfTab({ input, label }: vscode.Tab): string {
  return input instanceof vscode.TabInputText ? input.uri.toString() : label;
}

import * as vscode from 'vscode';

/** Whether a text editor that is seen shows the document. */
export function isVisible({ uri }: { readonly uri: vscode.Uri }): boolean {
  return editorOf(uri) !== undefined;
}

/** Gives the focus to the text editor that shows a document, if there is one. */
export async function focusEditor(uri: vscode.Uri): Promise<void> {
  const editor = editorOf(uri);
  if (!editor) return;
  const { document, viewColumn } = editor;
  await vscode.window.showTextDocument(document, { ...(viewColumn && { viewColumn }) });
}

function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
}

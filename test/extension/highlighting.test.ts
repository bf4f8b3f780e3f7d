import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('highlighting in the text editor', () => {
  let file: vscode.Uri;
  let editor: vscode.TextEditor;
  const selectionOf = (from: number, to: number) =>
    new vscode.Selection(new vscode.Position(0, from), new vscode.Position(0, to));

  before(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    file = vscode.Uri.joinPath(folder.uri, 'highlighting.md');
    const text = 'Tolls pay for the locks, and nobody pays for the banks.\n';
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    editor = await vscode.window.showTextDocument(file);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file);
  });
  afterEach(() => vscode.commands.executeCommand('policyAnnotator.undoAnnotationChange'));

  it('drops the selection, so that the highlight is seen', async () => {
    editor.selection = selectionOf(0, 5);
    await vscode.commands.executeCommand('policyAnnotator.highlight');
    assert.ok(editor.selection.isEqual(selectionOf(5, 5)));
  });

  it('leaves what was selected while it was stored', async () => {
    editor.selection = selectionOf(0, 5);
    const stored = vscode.commands.executeCommand('policyAnnotator.highlight');
    editor.selection = selectionOf(18, 23);
    await stored;
    assert.ok(editor.selection.isEqual(selectionOf(18, 23)));
  });
});

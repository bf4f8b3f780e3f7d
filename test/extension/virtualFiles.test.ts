import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';

const uri = vscode.Uri.parse('papers-in-memory:/shelf/brief.md');

/** One paper that is in memory only, as a remote repository or an archive gives it. */
class OnePaper implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  written = 0;
  watch = () => new vscode.Disposable(() => undefined);
  stat = (asked: vscode.Uri) => ({
    type: asked.path === uri.path ? vscode.FileType.File : vscode.FileType.Directory,
    ctime: 0,
    mtime: 1,
    size: 100,
  });
  readDirectory = (): [string, vscode.FileType][] => [['brief.md', vscode.FileType.File]];
  readFile = () => new TextEncoder().encode('# Quiet Ports\n\n## Key Points\n\n- Dredge less.\n');
  writeFile = () => {
    this.written += 1;
  };
  createDirectory = () => undefined;
  delete = () => undefined;
  rename = () => undefined;
}

describe('a paper of a virtual file system', () => {
  const files = new OnePaper();
  const registration = vscode.workspace.registerFileSystemProvider('papers-in-memory', files);
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    registration.dispose();
  });

  it('is shown in the reading view, annotated, and never written', async () => {
    const editor = await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('policyAnnotator.openPreviewToSide');
    await eventually(() => {
      const tab = vscode.window.tabGroups.all[1]?.tabs[0];
      assert.equal(tab?.label, 'Paper: brief.md');
    });
    const front = await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    front.selection = new vscode.Selection(4, 2, 4, 13);
    await vscode.commands.executeCommand('policyAnnotator.highlight');
    await eventually(async () => {
      const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        new vscode.Position(4, 4),
      );
      const [said] = hover?.contents ?? [];
      assert.ok(said instanceof vscode.MarkdownString);
      assert.match(said.value, /Evidence/u);
    });
    assert.equal(files.written, 0);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';

const viewType = 'policyAnnotator.preview';

function sample(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, name);
}

/** What the tabs show, group by group: the kind of the tab and its title. */
function tabs(): string[][] {
  return vscode.window.tabGroups.all.map((group) =>
    group.tabs.map(({ input, label }) => {
      if (input instanceof vscode.TabInputText) return `text ${label}`;
      if (input instanceof vscode.TabInputCustom) return `${input.viewType} ${label}`;
      if (input instanceof vscode.TabInputWebview) {
        return `${input.viewType.replace(/^mainThreadWebview-/, '')} ${label}`;
      }
      return label;
    }),
  );
}

describe('the commands and editors of the preview', () => {
  const capture = 'river-compacts-web-capture.txt';
  const brief = 'grid-resilience-brief.md';

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens beside the text editor, once', async () => {
    await vscode.window.showTextDocument(sample(capture));
    await vscode.commands.executeCommand('policyAnnotator.openPreviewToSide');
    await vscode.commands.executeCommand('policyAnnotator.openPreviewToSide');
    await eventually(() => {
      assert.deepEqual(tabs(), [[`text ${capture}`], [`${viewType} Paper: ${capture}`]]);
    });
  });

  it('opens for a file that no editor shows', async () => {
    await vscode.commands.executeCommand('policyAnnotator.openPreview', sample(brief));
    await eventually(() => {
      assert.deepEqual(tabs(), [[`${viewType} Paper: ${brief}`]]);
    });
  });

  it('follows the active editor, and stays when it is locked', async () => {
    await vscode.window.showTextDocument(sample(capture));
    await vscode.commands.executeCommand('policyAnnotator.openPreviewToSide');
    await vscode.window.showTextDocument(sample(brief), { viewColumn: vscode.ViewColumn.One });
    await eventually(() => {
      assert.equal(tabs()[1]?.[0], `${viewType} Paper: ${brief}`);
    });
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await eventually(async () => {
      await vscode.commands.executeCommand('policyAnnotator.lockPreview');
      assert.equal(tabs()[1]?.[0], `${viewType} [Paper] ${brief}`);
    });
    await vscode.window.showTextDocument(sample(capture), { viewColumn: vscode.ViewColumn.One });
    assert.equal(tabs()[1]?.[0], `${viewType} [Paper] ${brief}`);
  });

  it('is an editor for Markdown and text that is not the usual one', async () => {
    await vscode.commands.executeCommand('vscode.open', sample(capture));
    await eventually(() => {
      assert.deepEqual(tabs(), [[`text ${capture}`]]);
    });
    await vscode.commands.executeCommand('vscode.openWith', sample(brief), viewType);
    await eventually(() => {
      assert.deepEqual(tabs()[0]?.at(-1), `${viewType} ${brief}`);
    });
  });

  it('goes on under the new name of a renamed file', async () => {
    const before = sample('before.md');
    const after = sample('after.md');
    await vscode.workspace.fs.writeFile(before, new TextEncoder().encode('# A Paper\n\nWords.\n'));
    await vscode.commands.executeCommand('policyAnnotator.openPreview', before);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(before, after);
    await vscode.workspace.applyEdit(edit);
    await eventually(() => {
      assert.deepEqual(tabs(), [[`${viewType} Paper: after.md`]]);
    });
    await vscode.workspace.fs.delete(after);
  });

  it('never changes a byte of the paper', async () => {
    const bytes = await vscode.workspace.fs.readFile(sample(capture));
    await vscode.window.showTextDocument(sample(capture));
    await vscode.commands.executeCommand('policyAnnotator.openPreviewToSide');
    await eventually(() => {
      assert.equal(tabs().length, 2);
    });
    await vscode.commands.executeCommand('workbench.action.files.saveAll');
    assert.deepEqual(await vscode.workspace.fs.readFile(sample(capture)), bytes);
  });
});

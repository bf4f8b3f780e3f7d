import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';

const id = 'policy-paper-annotator.policy-annotator';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('the extension in its host', () => {
  // The first test of all, in a window that has not shown a paper yet.
  it('sleeps until there is a paper', async () => {
    const extension = vscode.extensions.getExtension<unknown>(id);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(extension && folder);
    const { activationEvents } = extension.packageJSON as Manifest;
    assert.deepEqual(
      activationEvents.filter((event) => !/^on(?:Language|WebviewPanel):/u.test(event)),
      [],
    );
    // VS Code opens plain texts of its own as it starts, now and then early enough to wake it.
    const wasAwake = extension.isActive;
    await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'images/outage-days.svg'));
    assert.equal(extension.isActive, wasAwake);
    await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(folder, 'grid-resilience-brief.md'),
    );
    await eventually(() => {
      assert.equal(extension.isActive, true);
    });
  });

  it('registers every command that its manifest offers', async () => {
    const extension = vscode.extensions.getExtension<unknown>(id);
    assert.ok(extension);
    await extension.activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const manifest = extension.packageJSON as Manifest;
    const offered = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      offered.filter((command) => !registered.has(command)),
      [],
    );
  });
});

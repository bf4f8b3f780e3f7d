import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const id = 'policy-paper-annotator.policy-annotator';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('the extension in its host', () => {
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

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createChangeTrail } from '../../src/extension/papers/changeTrail.ts';
import { createIncoming, type Shown } from '../../src/extension/preview/incoming.ts';

const uri = 'file:///papers/a.md';
const shown: Shown = { uri, follow: (range, version) => (version === 3 ? range : null) };

function accepts(message: unknown): { readonly accepted: boolean; readonly log: string[] } {
  const log: string[] = [];
  const incoming = createIncoming((line) => log.push(line));
  return { accepted: incoming.accept(message, shown) !== null, log };
}

describe('createIncoming', () => {
  const scrolled = { type: 'scrolled', uri, version: 3, offset: 7 };

  it('accepts a wish about the paper as it is shown', () => {
    assert.deepEqual(accepts(scrolled), { accepted: true, log: [] });
  });

  for (const [what, message] of Object.entries({
    nothing: undefined,
    'a text': 'scrolled',
    'an unknown type': { ...scrolled, type: 'openTerminal' },
    'a field too many': { ...scrolled, command: 'x' },
    'a negative offset': { ...scrolled, offset: -1 },
    'an offset that is no number': { ...scrolled, offset: '7' },
    'an endless link': { type: 'openLink', uri, version: 3, href: 'x'.repeat(10_000) },
  })) {
    it(`drops ${what}`, () => {
      const { accepted, log } = accepts(message);
      assert.equal(accepted, false);
      assert.deepEqual(log, ['Preview: dropped a message (malformed), 1 so far']);
    });
  }

  it('drops what is about another paper or an unknown version', () => {
    assert.deepEqual(accepts({ ...scrolled, uri: 'file:///papers/b.md' }).log, [
      'Preview: dropped a message (scrolled for another paper), 1 so far',
    ]);
    assert.deepEqual(accepts({ ...scrolled, version: 2 }).log, [
      'Preview: dropped a message (scrolled for an older version), 1 so far',
    ]);
  });

  it('counts what it drops and never says what it held', () => {
    const log: string[] = [];
    const incoming = createIncoming((line) => log.push(line));
    incoming.accept({ secret: 'a passage' }, shown);
    incoming.accept({ secret: 'a passage' }, shown);
    assert.equal(log[1], 'Preview: dropped a message (malformed), 2 so far');
  });
});

describe('createChangeTrail', () => {
  it('follows a range of an older version through the edits since', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'edited.txt');
    const content = new TextEncoder().encode('One sentence. Another sentence.');
    await vscode.workspace.fs.writeFile(file, content);
    const document = await vscode.workspace.openTextDocument(file);
    const trail = createChangeTrail(document);
    const { version } = document;
    const another = { start: 14, end: 21 };

    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(0), 'Well: ');
    edit.delete(document.uri, new vscode.Range(0, 4, 0, 12));
    await vscode.workspace.applyEdit(edit);

    assert.equal(document.getText(), 'Well: One . Another sentence.');
    assert.deepEqual(trail.follow(another, version), { start: 12, end: 19 });
    assert.equal(trail.follow({ start: 4, end: 12 }, version), null, 'it was deleted');
    assert.equal(trail.follow(another, version - 1), null, 'nothing is known of that version');
    assert.deepEqual(trail.follow(another, document.version), another);
    trail.dispose();
    await document.save();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file);
  });
});

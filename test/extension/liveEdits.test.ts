import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readArchive } from '../../src/core/store/archive.ts';
import { eventually } from '../support/eventually.ts';

const quote = 'Fees were set for pilots and tugs in one sitting';
const text = `# Quiet Ports

The café by the quay stands for all that is said here.

${quote}. Nobody asked the fishermen.

The minutes are kept for ten years.
`;

describe('an annotation in an open editor', () => {
  let file: vscode.Uri;
  let editor: vscode.TextEditor;

  before(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    file = vscode.Uri.joinPath(folder.uri, 'live-edits.md');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    editor = await vscode.window.showTextDocument(file);
    editor.selection = new vscode.Selection(at(0), at(quote.length));
    await run('policyAnnotator.highlight');
    await holds(quote);
  });

  after(async () => {
    await run('policyAnnotator.undoAnnotationChange');
    await run('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file);
  });

  async function run(command: string, ...args: readonly unknown[]): Promise<void> {
    await vscode.commands.executeCommand(command, ...args);
  }

  /** The place so many characters behind the start of the quote in the text as it was written. */
  function at(offset: number): vscode.Position {
    return editor.document.positionAt(text.indexOf(quote) + offset);
  }

  function edit(change: (builder: vscode.TextEditorEdit) => void): Promise<void> {
    return Promise.resolve(editor.edit(change)).then((done) => {
      assert.ok(done);
    });
  }

  async function isAnnotated(offset: number): Promise<boolean> {
    const { document } = editor;
    const place = document.positionAt(offset);
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      ...[document.uri, place],
    );
    const shown = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    return shown.some(({ value }) => value.includes('policyAnnotator.deleteAnnotation'));
  }

  /** Waits until the annotation is on just this passage. */
  function holds(passage: string): Promise<void> {
    return eventually(async () => {
      const now = editor.document.getText();
      const start = now.indexOf(passage);
      const end = start + passage.length;
      const places = [start - 1, start, start + 9, end, end + 1];
      const seen = await Promise.all(places.map(isAnnotated));
      assert.deepEqual([start >= 0, ...seen], [true, false, true, true, true, false], now);
    });
  }

  /** The place and words that are stored of the annotation. */
  async function stored() {
    const export_ = vscode.Uri.joinPath(file, '../live-edits.json');
    await run('policyAnnotator.exportAll', export_);
    const bytes = await vscode.workspace.fs.readFile(export_);
    await vscode.workspace.fs.delete(export_);
    const { archive } = readArchive(new TextDecoder().decode(bytes));
    const paper = archive?.papers.find(({ record }) => record.uri === file.toString());
    const target = paper?.record.annotations[0]?.target;
    assert.ok(target);
    return { start: target.start, exact: target.exact };
  }

  const within = 'Fees were set both for pilots and tugs in one sitting';
  for (const [what, change, passage] of [
    [
      'text is put before it',
      () =>
        edit((e) => {
          e.insert(at(-40), 'More of it. ');
        }),
      quote,
    ],
    [
      'text is put inside it',
      () =>
        edit((e) => {
          e.insert(at(13), ' both');
        }),
      within,
    ],
    [
      'text is put at its start',
      () =>
        edit((e) => {
          e.insert(at(0), 'All ');
        }),
      quote,
    ],
    [
      'text is put at its end',
      () =>
        edit((e) => {
          e.insert(at(quote.length), ' again');
        }),
      quote,
    ],
    [
      'a deletion goes over its start',
      () =>
        edit((e) => {
          e.delete(new vscode.Range(at(-10), at(5)));
        }),
      quote.slice(5),
    ],
    [
      'a deletion goes over its end',
      () =>
        edit((e) => {
          e.delete(new vscode.Range(at(30), at(quote.length + 4)));
        }),
      quote.slice(0, 30),
    ],
    [
      'it is cut and put in elsewhere',
      async () => {
        await edit((e) => {
          e.delete(new vscode.Range(at(0), at(quote.length + 1)));
        });
        await edit((e) => {
          e.insert(editor.document.lineAt(2).range.start, `${quote}. `);
        });
      },
      quote,
    ],
    [
      'several cursors write in and around it',
      async () => {
        editor.selections = [at(-30), at(13), at(quote.length + 8)].map(
          (place) => new vscode.Selection(place, place),
        );
        await run('type', { text: ' both' });
      },
      within,
    ],
    [
      'a formatter writes the whole text anew',
      async () => {
        const formatter = vscode.languages.registerDocumentFormattingEditProvider('markdown', {
          provideDocumentFormattingEdits: (document) => [
            vscode.TextEdit.replace(
              new vscode.Range(0, 0, document.lineCount, 0),
              document.getText().replaceAll(/ (?:for|asked) /gu, (word) => ` ${word}\n`),
            ),
          ],
        });
        await run('editor.action.formatDocument');
        formatter.dispose();
      },
      quote.replace(' for ', '  for \n'),
    ],
    [
      'all of a word are replaced',
      async () => {
        const find = { searchString: 'for', replaceString: 'upon', matchWholeWord: true };
        await run('editor.actions.findWithArgs', { ...find, findInSelection: false });
        await eventually(async () => {
          await run('editor.action.replaceAll');
          assert.ok(!editor.document.getText().includes(' for '));
        });
        await run('closeFindWidget');
      },
      quote.replace(' for ', ' upon '),
    ],
    [
      'line ends are others',
      () =>
        edit((e) => {
          e.setEndOfLine(vscode.EndOfLine.CRLF);
        }),
      quote,
    ],
  ] as const) {
    it(`is where its passage went when ${what}, and back when that is undone`, async () => {
      await change();
      assert.notEqual(editor.document.getText(), text);
      await holds(passage);
      await run('workbench.action.focusActiveEditorGroup');
      await run('undo');
      if (editor.document.getText() !== text) await run('undo');
      assert.equal(editor.document.getText(), text);
      await holds(quote);
      await run('redo');
      await run('workbench.action.files.revert');
      assert.equal(editor.document.getText(), text);
      await holds(quote);
    });
  }

  it('stands where it stood when the file is read in another encoding and back', async () => {
    await vscode.workspace.openTextDocument(file, { encoding: 'windows1252' });
    await eventually(() => {
      assert.match(editor.document.getText(), /cafÃ©/u);
    });
    await holds(quote);
    await vscode.workspace.openTextDocument(file, { encoding: 'utf8' });
    await eventually(() => {
      assert.equal(editor.document.getText(), text);
    });
    await holds(quote);
  });

  it('is stored as before when the document is closed unsaved, and anew when it is saved', async () => {
    const before = { start: text.indexOf(quote), exact: quote };
    assert.deepEqual(await stored(), before);
    await edit((e) => {
      e.insert(at(13), ' both');
      e.insert(at(-40), 'More. ');
    });
    await holds(within);
    await run('workbench.action.revertAndCloseActiveEditor');
    assert.deepEqual(await stored(), before);
    editor = await vscode.window.showTextDocument(file);
    await holds(quote);
    await edit((e) => {
      e.insert(at(13), ' both');
      e.insert(at(-40), 'More. ');
    });
    await editor.document.save();
    await eventually(async () => {
      assert.deepEqual(await stored(), { start: before.start + 6, exact: within });
    });
  });
});

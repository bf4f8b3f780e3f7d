import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const file = 'river-compacts-web-capture.txt';
const newName = 'compacts.txt';
const quote = 'Two of the three treaties lapse';
const other = 'Outside powers fund studies';

describe('stored annotations', () => {
  let workbench: Workbench;
  let bytes: string;

  before(async () => {
    workbench = await openWorkbench({ folder: 'samples' });
    const text = await readFile(pathOf(file), 'utf8');
    bytes = hashOf(text);
    await workbench.quickInput.openFile(file);
    for (const passage of [quote, other]) {
      await workbench.editor.selectText(passage);
      await workbench.press('Control+Alt+H');
      await eventually(async () => {
        assert.ok((await highlights()).includes(passage));
      });
    }
  });
  after(() => workbench.close());

  function pathOf(name: string): string {
    return path.join(workbench.folder, name);
  }

  async function highlights(): Promise<string[]> {
    const marks = await workbench.editor.decorations();
    return marks.filter(({ kind }) => kind === 'background').map(({ text }) => text);
  }

  /** Brings a passage onto the screen and waits until it is highlighted as it should be. */
  async function sees(passage: string, highlighted = true): Promise<void> {
    await workbench.editor.selectText(passage);
    await workbench.press('ArrowRight');
    await eventually(async () => {
      assert.equal(
        (await highlights()).includes(passage),
        highlighted,
        (await highlights()).join('; '),
      );
    });
  }

  it('are there again after the window was loaded again', async () => {
    await workbench.reload();
    await workbench.quickInput.openFile(file);
    await sees(quote);
    await sees(other);
  });

  it('follow edits, an undo of them, and leave a document that is closed unsaved as they were', async () => {
    await workbench.editor.goTo(1, 1);
    await workbench.editor.type('A line above. ');
    await sees(quote);
    await workbench.quickInput.runCommand('View: Revert and Close Editor');
    await workbench.quickInput.openFile(file);
    await sees(quote);
    assert.equal(hashOf(await readFile(pathOf(file), 'utf8')), bytes);
  });

  it('go with a file that gets another name', async () => {
    await workbench.press('Control+Shift+E');
    const row = workbench.page.locator('.explorer-folders-view .monaco-list-row', {
      hasText: file,
    });
    await row.click();
    await workbench.press('F2', 'Control+A');
    await workbench.page.keyboard.type(newName);
    await workbench.press('Enter');
    await workbench.page.locator(`.tab.active[data-resource-name="${newName}"]`).waitFor();
    await sees(quote);
    await workbench.reload();
    await workbench.quickInput.openFile(newName);
    await sees(quote);
    assert.equal(hashOf(await readFile(pathOf(newName), 'utf8')), bytes);
  });

  it('are found again after a change from outside', async () => {
    const text = await readFile(pathOf(newName), 'utf8');
    await writeFile(pathOf(newName), `Put above from outside.\n\n${text.replaceAll('\n', '\r\n')}`);
    await sees(quote);
    await sees(other);
  });

  it('become orphans when their passage is gone, and can be attached to another', async () => {
    const text = await readFile(pathOf(newName), 'utf8');
    await writeFile(
      pathOf(newName),
      text.replace(other, 'something else altogether was put there'),
    );
    await eventually(async () => {
      const labels = await workbench.tree('Annotations').labels();
      assert.ok(
        labels.some((label) => /not found/iu.test(label)),
        labels.join('; '),
      );
    });
    await workbench.editor.selectText('something else altogether');
    await workbench.quickInput.runCommand('Policy Annotator: Re-attach Annotation to Selection');
    await workbench.quickInput.choose(`E  “${other}”`);
    await sees('something else altogether');
  });
});

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const file = 'river-compacts-web-capture.txt';
const quote = 'Two of the three treaties lapse';
const other = 'Outside powers fund studies';

describe('the commands on the annotation store', () => {
  let workbench: Workbench;
  let archive: string;

  before(async () => {
    workbench = await openWorkbench({ folder: 'samples' });
    const day = new Date().toISOString().slice(0, 10);
    archive = path.join(workbench.folder, `annotations-${day}.json`);
    await workbench.quickInput.openFile(file);
    await highlight(quote);
  });
  after(() => workbench.close());

  async function highlight(passage: string): Promise<void> {
    await workbench.editor.selectText(passage);
    await workbench.press('Control+Alt+H');
    await sees(passage);
  }

  async function sees(...passages: readonly string[]): Promise<void> {
    await eventually(async () => {
      const marks = await workbench.editor.decorations();
      const shown = marks.filter(({ kind }) => kind === 'background').map(({ text }) => text);
      for (const passage of passages) assert.ok(shown.includes(passage), shown.join('; '));
    });
  }

  async function says(words: RegExp): Promise<void> {
    await eventually(async () => {
      const all = await workbench.window.notifications();
      assert.ok(
        all.some((text) => words.test(text)),
        all.join('; '),
      );
    });
  }

  function nameInDialog(): Promise<string> {
    return workbench.page.locator('.quick-input-widget .quick-input-box input').inputValue();
  }

  it('export everything into one file', async () => {
    await workbench.quickInput.runCommand('Policy Annotator: Export All Annotations…');
    await eventually(async () => {
      assert.match(await nameInDialog(), /annotations-[\d-]+\.json$/u);
    });
    await workbench.quickInput.accept();
    await says(/exported: 1, on papers: 1/u);
    const { papers } = JSON.parse(await readFile(archive, 'utf8')) as {
      papers: readonly { path: string }[];
    };
    assert.deepEqual(
      papers.map((paper) => paper.path),
      [file],
    );
  });

  it('import such a file on a machine that has none of it, and say so when nothing is new', async () => {
    const fresh = await openWorkbench({ folder: 'samples' });
    const copy = path.join(fresh.folder, 'exported.json');
    await writeFile(copy, await readFile(archive));
    try {
      await fresh.quickInput.openFile(file);
      await fresh.quickInput.runCommand('Policy Annotator: Import Annotations…');
      await fresh.quickInput.choose('exported.json');
      await eventually(async () => {
        await fresh.editor.selectText(quote);
        await fresh.press('ArrowRight');
        const marks = await fresh.editor.decorations();
        assert.ok(marks.some(({ kind, text }) => kind === 'background' && text === quote));
      });
      await fresh.quickInput.runCommand('Policy Annotator: Import Annotations…');
      await fresh.quickInput.choose('exported.json');
      await eventually(async () => {
        const all = await fresh.window.notifications();
        assert.ok(
          all.some((text) => text.includes('here already')),
          all.join('; '),
        );
      });
    } finally {
      await fresh.close();
    }
  });

  it('say plainly what is wrong with a file that is none', async () => {
    const broken = path.join(workbench.folder, 'broken.json');
    await writeFile(broken, (await readFile(archive, 'utf8')).slice(0, -40));
    await workbench.quickInput.runCommand('Policy Annotator: Import Annotations…');
    await workbench.quickInput.choose('broken.json');
    await says(/no JSON, or not all of it is there/u);
  });

  it('restore a back-up in one step that can be undone', async () => {
    await workbench.quickInput.runCommand('Policy Annotator: Restore Back-up…');
    await eventually(async () => {
      const [first] = await workbench.quickInput.items();
      assert.equal(first?.description, 'annotations: 1, papers: 1');
      assert.equal(first.detail, 'the same as now');
    });
    await workbench.press('Escape');
    await highlight(other);
    await workbench.quickInput.runCommand('Policy Annotator: Restore Back-up…');
    await eventually(async () => {
      const [, second] = await workbench.quickInput.items();
      assert.match(second?.detail ?? '', /^annotations removed: 1$/u);
    });
    await workbench.press('ArrowDown', 'Enter');
    await eventually(async () => {
      const marks = await workbench.editor.decorations();
      assert.ok(!marks.some(({ text }) => text === other));
    });
    await says(/annotations are as they were/u);
    await workbench.quickInput.runCommand('Policy Annotator: Undo Annotation Change');
    await eventually(async () => {
      const marks = await workbench.editor.decorations();
      assert.ok(marks.some(({ text }) => text === other));
    });
  });

  it('undo what was done before the window was loaded again', async () => {
    await workbench.reload();
    await workbench.quickInput.openFile(file);
    await workbench.editor.selectText(other);
    await workbench.quickInput.runCommand('Policy Annotator: Undo Annotation Change');
    await eventually(async () => {
      const marks = await workbench.editor.decorations();
      assert.ok(!marks.some(({ text }) => text === other));
    });
  });

  it('report how the store is, in an editor', async () => {
    await workbench.quickInput.runCommand('Policy Annotator: Check Annotation Store');
    await eventually(async () => {
      const lines = (await workbench.editor.lines()).join('\n');
      assert.match(lines, /# Annotation Store/u);
      assert.match(lines, /Everything is well/u);
      assert.match(lines, /Papers: 1\. Annotations: 1\./u);
    });
  });
});

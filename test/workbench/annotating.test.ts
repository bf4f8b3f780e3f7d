import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const file = 'grid-resilience-brief.md';

describe('annotating in the text editor', () => {
  let workbench: Workbench;
  let bytes: string;

  before(async () => {
    workbench = await openWorkbench({ folder: 'samples' });
    bytes = await hashOf(path.join(workbench.folder, file));
    await workbench.quickInput.openFile(file);
  });
  after(() => workbench.close());

  /** The highlighted passages on the screen, in their order. */
  async function highlights(): Promise<string[]> {
    const marks = await workbench.editor.decorations();
    return marks.filter(({ kind }) => kind === 'background').map(({ text }) => text);
  }

  /** The letters in the margin, each with its line. */
  async function letters(): Promise<string[]> {
    const marks = await workbench.editor.decorations();
    return marks
      .filter(({ kind }) => kind === 'margin')
      .map(({ line, content }) => {
        const shown = [...content.matchAll(/>([^<>]+)<\/text>/gu)].map(([, letter]) => letter);
        return `${line} ${shown.join('')}`;
      });
  }

  it('highlights the selection by a key, with the category’s letter in the margin', async () => {
    await workbench.editor.selectText('pre-positioned transformers');
    await workbench.press('Control+Alt+H');
    await eventually(async () => {
      assert.deepEqual(await highlights(), ['pre-positioned transformers']);
      assert.deepEqual(await letters(), ['26 E']);
    });
  });

  it('shows the highlight in the tree and in the preview too', async () => {
    await eventually(async () => {
      const labels = await workbench.tree('Annotations').labels();
      assert.ok(labels.some((label) => label.includes('pre-positioned transformers')), labels.join('; '));
    });
    await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview to the Side');
    await eventually(async () => {
      const marks = await workbench.preview.locator('mark, .highlight, [data-annotation]');
      assert.match((await marks.allInnerTexts()).join(''), /pre-positioned transformers/u);
    });
    await workbench.press('Control+1');
  });

  it('writes a note in a comment thread of its own', async () => {
    await workbench.editor.selectText('median outage');
    await workbench.press('Control+Alt+A');
    await workbench.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await workbench.page.keyboard.type('Median of **what**?');
    await workbench.press('Control+Enter');
    await eventually(async () => {
      const [thread] = await workbench.comments.threads();
      assert.equal(thread?.[0]?.text, 'Median of what?');
      assert.deepEqual(await workbench.comments.heads(), ['E Evidence']);
    });
    await workbench.page.screenshot({ path: '/tmp/shot-note.png' });
  });

  it('takes an answer, and changes of the note', async () => {
    await workbench.comments.press('Edit');
    await workbench.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await workbench.press('Control+A');
    await workbench.page.keyboard.type('Median of all feeders.');
    await workbench.comments.press('Save');
    await eventually(async () => {
      const [thread] = await workbench.comments.threads();
      assert.equal(thread?.[0]?.text, 'Median of all feeders.');
    });
    await workbench.page.screenshot({ path: '/tmp/shot-edited.png' });
  });

  it('shows note, category and actions in a hover', async () => {
    const hover = await workbench.editor.hover('median outage');
    assert.match(hover, /E Evidence[^]*Median of all feeders\.[^]*Edit Note[^]*Delete/u);
    await workbench.page.screenshot({ path: '/tmp/shot-hover.png' });
  });

  it('never changes the file', async () => {
    assert.equal(await hashOf(path.join(workbench.folder, file)), bytes);
  });
});

async function hashOf(name: string): Promise<string> {
  return createHash('sha256').update(await readFile(name)).digest('hex');
}

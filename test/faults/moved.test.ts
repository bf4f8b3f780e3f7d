import assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { killable, type Killable, type KillableWindow } from '../support/killable.ts';
import { linedPaper } from '../support/linedPaper.ts';
import { siteTextRule } from '../support/siteTextRule.ts';
import { taughtRules, teach } from '../support/taught.ts';

const lines = [2, 3, 4, 5, 6];

describe('annotations whose paper', () => {
  let code: Killable;
  before(async () => {
    code = await killable();
    await code.start();
  });
  after(() => code.end());

  /** A folder with one annotated paper; the window has had time to note what it needs. */
  async function annotated(): Promise<{ folder: string; paper: string; window: KillableWindow }> {
    const made = await linedPaper(20);
    const window = await code.open(made.folder);
    const log = `${made.folder}.log`;
    await window.ask({ kind: 'highlight', paper: made.paper, lines, log });
    await new Promise((resolve) => setTimeout(resolve, 4000));
    return { ...made, window };
  }

  async function says(window: KillableWindow, words: RegExp, button?: string): Promise<void> {
    const { page } = window;
    await eventually(async () => {
      const center = page.locator('.notifications-center.visible');
      if (!(await center.isVisible())) {
        await page.locator('.statusbar-item[id="status.notifications"]').click();
      }
      const texts = await center.locator('.notification-list-item-message').allTextContents();
      assert.ok(
        texts.some((text) => words.test(text)),
        texts.join('; '),
      );
      if (button !== undefined) {
        await center.locator('.monaco-button').getByText(button, { exact: true }).first().click();
      }
    }, 30_000);
  }

  /** Takes changes back, one after the other, until only these lines are annotated. */
  async function undoTo(window: KillableWindow, paper: string, left: readonly number[]) {
    const command = 'policyAnnotator.undoAnnotationChange';
    for (let step = left.length; step < lines.length; step += 1) {
      await window.ask({ kind: 'command', paper, command, args: [] });
    }
    await eventually(async () => {
      const { seen } = await window.ask({ kind: 'see', paper, lines });
      assert.deepEqual(seen, left);
    });
  }

  it('was renamed outside have them under its new name, while the window is open; undo goes on', async () => {
    const { folder, paper, window } = await annotated();
    const renamed = path.join(folder, 'other name.txt');
    renameSync(paper, renamed);
    await window.ask({ kind: 'await', paper: renamed, lines });
    await undoTo(window, renamed, lines.slice(0, -1));
    await code.closeWindows();
  });

  it('was moved into another folder and reformatted while no window was open', async () => {
    const { folder, paper } = await annotated();
    await code.closeWindows();
    mkdirSync(path.join(folder, 'read'));
    const moved = path.join(folder, 'read', 'ledger.txt');
    renameSync(paper, moved);
    writeFileSync(moved, readFileSync(moved, 'utf8').replaceAll('\n', '\r\n'));
    const window = await code.open(folder);
    await window.ask({ kind: 'await', paper: moved, lines });
    await code.closeWindows();
  });

  it('was changed while no window was open stand where they stood, though all around is alike', async () => {
    const { folder, paper } = await linedPaper(20);
    const alike = 'The measure holds as it stands.\n'.repeat(400);
    writeFileSync(paper, alike);
    const window = await code.open(folder);
    await window.ask({ kind: 'highlight', paper, lines: [200], log: `${folder}.log` });
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await code.closeWindows();
    writeFileSync(paper, `A line of another kind.\n${alike}`);
    const again = await code.open(folder);
    await again.ask({ kind: 'await', paper, lines: [201] });
    const { seen } = await again.ask({ kind: 'see', paper, lines: [199, 200, 202, 203] });
    assert.deepEqual(seen, []);
    await code.closeWindows();
  });

  it('was copied are there once the analyst was asked', async () => {
    const { folder, paper, window } = await annotated();
    const copy = path.join(folder, 'copy.txt');
    copyFileSync(paper, copy);
    await window.ask({ kind: 'see', paper: copy, lines });
    await says(window, /is like .*ledger/u, 'Copy Annotations');
    await window.ask({ kind: 'await', paper: copy, lines });
    const { seen } = await window.ask({ kind: 'see', paper, lines });
    assert.deepEqual(seen, lines);
    await code.closeWindows();
  });

  it('is in a workspace folder that was moved; its rules come along, without annotations too, and what can be undone', async () => {
    const { folder, paper: old, window: first } = await annotated();
    const rule = siteTextRule('give');
    await teach(first, old, rule);
    await eventually(async () => {
      assert.deepEqual(await taughtRules(first, old), [rule]);
    });
    await code.closeWindows();
    const moved = `${folder}-moved`;
    renameSync(folder, moved);
    const window = await code.open(moved);
    const paper = path.join(moved, 'ledger.txt');
    await window.ask({ kind: 'await', paper, lines });
    await says(window, /folder was moved/u);
    assert.deepEqual(await taughtRules(window, paper), [rule]);
    await undoTo(window, paper, []);
    // Its copy goes a moment after the last annotation.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await code.closeWindows();

    const again = `${folder}-again`;
    renameSync(moved, again);
    const third = await code.open(again);
    await says(third, /Rules for publishers found again/u);
    assert.deepEqual(await taughtRules(third, path.join(again, 'ledger.txt')), [rule]);
    await code.closeWindows();
  });

  it('is in a workspace folder that was copied, once the analyst was asked', async () => {
    const { folder } = await annotated();
    await code.closeWindows();
    const copy = `${folder}-copy`;
    cpSync(folder, copy, { recursive: true });
    const window = await code.open(copy);
    await says(window, /copies of papers with annotations/u, 'Copy Annotations');
    await window.ask({ kind: 'await', paper: path.join(copy, 'ledger.txt'), lines });
    // Time to note what it needs, so that the folder is like two others when it is moved.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await code.closeWindows();
    const moved = `${folder}-moved`;
    renameSync(folder, moved);
    const again = await code.open(moved);
    await says(again, /this folder was moved/u);
    await code.closeWindows();
  });
});

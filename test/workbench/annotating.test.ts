import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const file = 'grid-resilience-brief.md';

const hashOf = async (name: string) =>
  createHash('md5')
    .update(await readFile(name))
    .digest('hex');

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

  /** The hover that was opened by keys, beside which others may hang from the pointer. */
  async function hoverInEditor(): Promise<string> {
    const hover = workbench.page.locator('.monaco-resizable-hover .monaco-hover:visible').first();
    await hover.waitFor();
    return hover.innerText();
  }

  /** Waits until the pick list that was just used is gone. */
  async function closedPicks(): Promise<void> {
    await eventually(async () => {
      assert.equal(await workbench.quickInput.isOpen(), false);
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
      assert.ok(
        labels.some((label) => label.includes('pre-positioned transformers')),
        labels.join('; '),
      );
    });
    await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview to the Side');
    await eventually(async () => {
      const marks = await workbench.preview.locator('mark, .highlight, [data-annotation]');
      assert.match((await marks.allInnerTexts()).join(''), /pre-positioned transformers/u);
    });
    await workbench.press('Control+1');
  });

  it('highlights a selection in the preview by the same key', async () => {
    await workbench.preview.select('standing stock');
    // The page tells of a selection when it has come to rest, so a first press may come too early.
    await eventually(async () => {
      await workbench.press('Control+Alt+H');
      await eventually(async () => {
        const labels = (await workbench.tree('Annotations').labels()).join('; ');
        assert.match(labels, /standing stock/u);
      }, 3000);
    });
    await workbench.quickInput.runCommand('Policy Annotator: Undo Annotation Change');
    await workbench.press('Control+1');
    await eventually(async () => {
      assert.deepEqual(await highlights(), ['pre-positioned transformers']);
    });
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
  });

  it('takes changes of the note, and an answer', async () => {
    await workbench.comments.press('Edit');
    await workbench.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await workbench.press('Control+A');
    await workbench.page.keyboard.type('Median of all feeders.');
    await workbench.comments.press('Save');
    await eventually(async () => {
      const [thread] = await workbench.comments.threads();
      assert.equal(thread?.[0]?.text, 'Median of all feeders.');
    });
    await workbench.comments.write('All *coastal* feeders.');
    await workbench.comments.press('Reply');
    await eventually(async () => {
      const [thread] = await workbench.comments.threads();
      assert.equal(thread?.[1]?.text, 'All coastal feeders.');
    });
  });

  it('shows note, category and actions in a hover', async () => {
    await workbench.editor.goTo(26, 12);
    await workbench.press('Control+K', 'Control+I');
    const hover = await hoverInEditor();
    assert.match(hover, /E\sEvidence[^]*Median of all feeders\.[^]*Edit Note[^]*Delete/u);
    await workbench.press('Escape');
  });

  it('changes category, tags and status at the cursor', async () => {
    await workbench.quickInput.runCommand('Policy Annotator: Change Category…');
    await workbench.quickInput.choose('D  Disputed');
    await closedPicks();
    await eventually(async () => {
      assert.deepEqual(await letters(), ['26 DE']);
    });
    await workbench.quickInput.runCommand('Policy Annotator: Change Tags…');
    await workbench.quickInput.type('outages, grid');
    await workbench.quickInput.accept();
    await closedPicks();
    await workbench.quickInput.runCommand('Policy Annotator: Change Status…');
    await workbench.quickInput.choose('Reviewed');
    await closedPicks();
    // The thread whose note was saved has the focus.
    await eventually(async () => {
      // A hover that is open says what was so when it opened.
      await workbench.press('Control+1', 'Escape', 'Control+K', 'Control+I');
      assert.match(await hoverInEditor(), /D\sDisputed\s·\sReviewed\s·\s#outages\s·\s#grid/u);
    });
    await workbench.press('Escape');
  });

  it('takes changes back and makes them again, step by step', async () => {
    await workbench.press('Control+1');
    const undo = 'Control+Alt+Z';
    await workbench.press(undo, undo, undo);
    await eventually(async () => {
      assert.deepEqual(await letters(), ['26 E']);
    });
    await workbench.press('Control+Alt+Shift+Z');
    await eventually(async () => {
      assert.deepEqual(await letters(), ['26 DE']);
    });
  });

  it('shows overlapping passages, steps through them and lets one be picked', async () => {
    await workbench.editor.selectText('outage lasted eleven');
    await workbench.quickInput.runCommand('Policy Annotator: Highlight Selection As…');
    await workbench.quickInput.choose('R  Recommendation');
    await closedPicks();
    await eventually(async () => {
      assert.deepEqual(await letters(), ['26 D+2']);
    });
    await workbench.editor.goTo(1);
    for (const place of ['Ln 26, Col 8', 'Ln 26, Col 15', 'Ln 26, Col 58', 'Ln 26, Col 8']) {
      await workbench.press('Control+Alt+.');
      await eventually(async () => {
        assert.equal(await workbench.editor.position(), place);
      });
    }
    await workbench.editor.goTo(26, 17);
    await workbench.quickInput.runCommand('Policy Annotator: Delete Annotation');
    const offered = (await workbench.quickInput.items()).map(({ label }) => label);
    assert.deepEqual(offered, ['D  “median outage”', 'R  “outage lasted eleven”']);
    await workbench.quickInput.choose('R  “outage lasted eleven”');
    await closedPicks();
    await eventually(async () => {
      assert.deepEqual(await letters(), ['26 DE']);
    });
  });

  const copies = (quote: RegExp) =>
    eventually(async () => {
      assert.match(await workbench.page.evaluate(() => navigator.clipboard.readText()), quote);
    });

  it('copies the selection with its citation', async () => {
    await workbench.editor.selectText('eleven days');
    await workbench.quickInput.runCommand('Policy Annotator: Copy Quote with Citation');
    await copies(
      /^“eleven days” — Mireille Okafor and Jonas Lindqvist, “Keeping the Lights On: Grid Resilience for Small Island States”, Centre for Island Economies, 2024-09-18\.$/u,
    );
  });

  it('overrules the role of a passage, and takes that back', async () => {
    const keyPoints = async () => (await workbench.tree('Key Points').labels()).join('\n');
    await workbench.editor.selectText('Lines fail before plants do');
    await workbench.quickInput.runCommand('Policy Annotator: Mark as Key Point');
    await eventually(async () => {
      assert.match(await keyPoints(), /Lines fail before plants do/u);
    });
    await workbench.press('Control+1');
    await workbench.quickInput.runCommand('Policy Annotator: Undo Annotation Change');
    await eventually(async () => {
      assert.doesNotMatch(await keyPoints(), /Lines fail before plants do/u);
    });
  });

  it('does by menu what is asked of the annotation under it, not of the one that is selected', async () => {
    const marks = await workbench.preview.locator('mark');
    const choose = async (entry: string) => {
      await marks.filter({ hasText: 'pre-positioned' }).first().click({ button: 'right' });
      await workbench.menus.choose(entry);
    };
    await marks.filter({ hasText: 'median outage' }).first().click();
    await choose('Copy Quote with Citation');
    await copies(/^“pre-positioned transformers” — Mireille/u);
    await choose('Delete Annotation');
    await eventually(async () => {
      const labels = (await workbench.tree('Annotations').labels()).join('; ');
      assert.match(labels, /median outage$/u);
      assert.doesNotMatch(labels, /pre-positioned/u);
    });
    await workbench.tree('Annotations').contextMenu('median outage');
    await workbench.menus.choose('Copy Quote with Citation');
    await copies(/^“median outage” — Mireille/u);
  });

  it('never changes the file', async () => {
    assert.equal(await hashOf(path.join(workbench.folder, file)), bytes);
  });
});

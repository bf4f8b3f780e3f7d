import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const capture = 'river-compacts-web-capture.txt';
const patience = 30_000;

describe('the paper preview', () => {
  let workbench: Workbench;
  let frame: Frame;

  before(async () => {
    workbench = await openWorkbench({ folder: 'samples' });
    await workbench.quickInput.openFile(capture);
    await workbench.window.editorAction('Open Paper Preview to the Side');
    await shows('River Compacts and the Cost of Waiting');
    frame = await workbench.preview.frame();
  });
  after(() => workbench.close());

  async function shows(text: string): Promise<void> {
    await eventually(async () => {
      const shown = await workbench.preview.text();
      assert.ok(shown.includes(text), `“${text}” is not in: ${shown.slice(0, 200)}`);
    }, patience);
  }

  /** Keys that come while the focus moves into or out of the page are lost, so until it is there. */
  async function focusGroup(group: 1 | 2): Promise<void> {
    await eventually(async () => {
      await workbench.press(`Control+${group}`);
      const isPreview = (await workbench.window.activeTab()).includes('Paper');
      assert.equal(isPreview, group === 2);
    });
  }

  /** Where the mouse has to be for the first character of this text, on the whole window. */
  async function placeOf(text: string): Promise<{ x: number; y: number }> {
    await workbench.preview.select(text);
    const [box, inFrame] = await Promise.all([
      frame.locator('body').boundingBox(),
      frame.evaluate(() => {
        const first = getSelection()?.getRangeAt(0).getClientRects()[0];
        const body = document.body.getBoundingClientRect();
        getSelection()?.empty();
        return { x: (first?.x ?? 0) - body.x, y: (first?.y ?? 0) - body.y };
      }),
    ]);
    return { x: (box?.x ?? 0) + inFrame.x + 2, y: (box?.y ?? 0) + inFrame.y + 6 };
  }

  it('shows title, people and key points by the button over the text editor', async () => {
    assert.match(await frame.locator('h1').innerText(), /River Compacts and the Cost of Waiting/);
    assert.match(await frame.locator('.titleBlock').innerText(), /Ana Varga/);
    const points = frame.locator('.keyPoints li');
    assert.equal(await points.count(), 7);
    assert.match(await points.first().innerText(), /Storage built since 2016/);
  });

  it('folds site text into a line and opens it in place', async () => {
    const menu = frame.locator('.siteText').first();
    assert.match(await menu.innerText(), /lines of site text folded/);
    assert.doesNotMatch(await menu.innerText(), /Create account/);
    await menu.getByText('Show', { exact: true }).click();
    assert.match(await menu.innerText(), /Create account/);
  });

  it('goes to the exact character on a double click', async () => {
    const { x, y } = await placeOf('commission paid');
    await workbench.page.mouse.dblclick(x, y);
    await eventually(async () => {
      assert.equal(await workbench.editor.position(), 'Ln 39, Col 43');
    });
  });

  it('scrolls with the text editor, and the text editor with it', async () => {
    await focusGroup(1);
    await workbench.press('Control+End');
    await eventually(async () => {
      assert.ok((await frame.evaluate(() => scrollY)) > 500);
    });
    const box = await workbench.page.locator('iframe.webview').first().boundingBox();
    await workbench.page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 300);
    await workbench.page.mouse.wheel(0, -100_000);
    await eventually(async () => {
      assert.equal(await frame.evaluate(() => scrollY), 0);
      assert.ok((await workbench.editor.lines())[0]?.includes('Skip to main content'));
    });
  });

  it('finds text', async () => {
    await focusGroup(2);
    await workbench.press('Control+F');
    const find = workbench.page.locator('.simple-find-part.visible input').first();
    await find.fill('the same eighteen months');
    await find.press('Enter');
    await eventually(async () => {
      assert.equal(await workbench.preview.selectedText(), 'the same eighteen months');
    });
    await find.press('Escape');
  });

  it('shows what is typed, and leaves the rest of the page as it is', async () => {
    await frame.evaluate(() => {
      document.querySelector('.keyPoints')?.setAttribute('data-seen', '');
    });
    await focusGroup(1);
    await workbench.editor.goTo(34, 1);
    await workbench.editor.type('Newly written. ');
    await shows('Newly written. The three upstream governments');
    assert.equal(await frame.locator('.keyPoints[data-seen]').count(), 1);
  });

  it('follows the active editor until it is locked', async () => {
    await focusGroup(1);
    await workbench.quickInput.openFile('grid-resilience-brief.md');
    await shows('Keeping the Lights On');
    await focusGroup(2);
    await workbench.window.editorAction('Lock Paper Preview to This Paper');
    await eventually(async () => {
      const actions = await workbench.window.editorActions();
      assert.ok(actions.some((name) => name.startsWith('Let Paper Preview Follow')));
    });
    await focusGroup(1);
    await workbench.quickInput.openFile('harbour-security-working-paper.txt');
    assert.deepEqual((await workbench.window.tabs())[1], ['[Paper] grid-resilience-brief.md']);
    await shows('Keeping the Lights On');
  });
});

import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const capture = 'river-compacts-web-capture.txt';
const patience = 40_000;

describe('a paper preview after a reload of the window', () => {
  let workbench: Workbench;
  before(async () => {
    // Low, so that any passage can be scrolled to the top.
    workbench = await openWorkbench({ folder: 'samples', height: 520 });
  });
  beforeEach(async () => {
    await workbench.quickInput.runCommand('View: Close All Editors');
    await workbench.quickInput.openFile(capture);
  });
  after(() => workbench.close());

  /** The text of the block at the top of the page. */
  async function topOfPage(): Promise<string> {
    const frame = await workbench.preview.frame();
    return frame.evaluate(() => {
      const blocks = [...document.querySelectorAll('[data-range]:not(:has([data-range]))')];
      const top = blocks.find((block) => block.getBoundingClientRect().bottom > 8);
      return top?.textContent.slice(0, 80) ?? '';
    });
  }

  async function scrollTo(text: string): Promise<void> {
    await eventually(async () => {
      assert.match(await workbench.preview.text(), /River Compacts/);
    }, patience);
    await eventually(async () => {
      // The view may just be replaced by another one.
      const blocks = await workbench.preview.locator('[data-range]');
      const block = blocks.filter({ hasText: text }).last();
      await block.evaluate((element) => {
        element.scrollIntoView({ block: 'start' });
      });
      assert.ok((await topOfPage()).includes(text));
    });
    // VS Code and the extension write what they keep a moment later.
    await workbench.page.waitForTimeout(1000);
  }

  it('is there again, with its paper and its place', async () => {
    await workbench.window.editorAction('Open Paper Preview to the Side');
    await scrollTo('Data sharing improved first');
    await workbench.reload();
    await eventually(async () => {
      assert.ok((await topOfPage()).includes('Data sharing improved first'), await topOfPage());
    }, patience);
    assert.deepEqual((await workbench.window.tabs())[1], [`Paper: ${capture}`]);
  });

  it('is there again as an editor of its own, opened by “Reopen Editor With…”', async () => {
    await workbench.quickInput.runCommand('View: Reopen Editor With...');
    await workbench.quickInput.choose('Paper Preview');
    await scrollTo('Partners should tie new finance');
    await workbench.reload();
    await eventually(async () => {
      assert.ok((await topOfPage()).includes('Partners should tie new finance'), await topOfPage());
    }, patience);
    assert.equal((await workbench.window.tabs()).length, 1);
  });

  it('says that its file is gone, and comes back with the file', async () => {
    await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview');
    await scrollTo('Data sharing improved first');
    const file = path.join(workbench.folder, capture);
    await rename(file, `${file}.away`);
    await workbench.reload();
    await eventually(async () => {
      assert.match(await workbench.preview.text(), /can’t be opened/);
    }, patience);
    await rename(`${file}.away`, file);
    await eventually(async () => {
      assert.match(await workbench.preview.text(), /River Compacts/);
    }, patience);
  });
});

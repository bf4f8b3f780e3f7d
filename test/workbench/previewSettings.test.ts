import assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const capture = 'river-compacts-web-capture.txt';

describe('the settings of the paper preview', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'samples',
      settings: {
        'policyAnnotator.preview.fontSize': 21,
        'policyAnnotator.preview.scrollSync': 'editorFollowsPreview',
      },
    });
    await workbench.quickInput.openFile(capture);
    await workbench.window.editorAction('Open Paper Preview to the Side');
    await eventually(async () => {
      assert.match(await workbench.preview.text(), /River Compacts/);
    }, 30_000);
  });
  after(() => workbench.close());

  it('set the font size', async () => {
    const text = (await workbench.preview.locator('.body p')).first();
    assert.equal(await text.evaluate((element) => getComputedStyle(element).fontSize), '21px');
  });

  it('keep the preview from following the text editor', async () => {
    const frame = await workbench.preview.frame();
    await workbench.press('Control+1', 'Control+End');
    await eventually(async () => {
      assert.match((await workbench.editor.lines()).join('\n'), /Accessibility/);
    });
    assert.equal(await frame.evaluate(() => scrollY), 0);
  });
});

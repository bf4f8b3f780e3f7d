import assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const file = 'river-compacts-web-capture.txt';
const quote = 'Two of the three treaties lapse';

describe('a window without a folder', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ folder: 'samples', onlyFile: file });
  });
  after(() => workbench.close());

  const isHighlighted = () =>
    eventually(async () => {
      const marks = await workbench.editor.decorations();
      assert.ok(marks.some(({ kind, text }) => kind === 'background' && text === quote));
    });

  it('says where annotations are kept, and that all is well with them', async () => {
    await workbench.editor.selectText(quote);
    await workbench.press('Control+Alt+H');
    await isHighlighted();
    await eventually(async () => {
      const all = await workbench.window.notifications();
      assert.ok(
        all.some((text) =>
          text.startsWith('No folder is open: annotations are kept for this computer'),
        ),
        all.join('; '),
      );
    });
    await workbench.quickInput.runCommand('Policy Annotator: Check Annotation Store');
    await eventually(async () => {
      const lines = (await workbench.editor.lines()).join('\n');
      assert.match(lines, /Everything is well/u);
      assert.match(lines, /shared by all windows without a folder/u);
    });
  });

  it('has them again, and offers them where the folder is opened', async () => {
    await workbench.reload();
    // A copy for other windows is made a moment after the change.
    await workbench.page.waitForTimeout(2000);
    await workbench.editor.selectText(quote);
    await workbench.press('ArrowRight');
    await isHighlighted();
    await workbench.openFolder();
    await workbench.quickInput.openFile(file);
    await eventually(async () => {
      const all = await workbench.window.notifications();
      assert.ok(
        all.some((text) => text.includes('from a window without one: 1.')),
        all.join('; '),
      );
    });
    await workbench.window.notificationAction('Copy Annotations');
    await workbench.editor.selectText(quote);
    await workbench.press('ArrowRight');
    await isHighlighted();
  });
});

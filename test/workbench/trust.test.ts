import assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('a folder that is not trusted', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ folder: 'samples', trust: 'ask' });
  });
  after(() => workbench.close());

  it('is read and annotated as any other', async () => {
    await eventually(async () => {
      assert.match((await workbench.window.statusBar()).join(), /Restricted Mode/u);
    });
    await workbench.quickInput.openFile('grid-resilience-brief.md');
    await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview to the Side');
    await eventually(async () => {
      assert.match(await workbench.preview.text(), /Keeping the Lights On/u);
    });
    await workbench.editor.selectText('Lines fail before plants do');
    await workbench.quickInput.runCommand('Policy Annotator: Highlight');
    await eventually(async () => {
      const marked = await (await workbench.preview.frame()).locator('mark').allTextContents();
      assert.deepEqual(marked, ['Lines fail before plants do']);
    });
  });
});

import assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { killExtensionHosts } from '../support/extensionHost.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('the extension in VS Code', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ folder: 'samples' });
  });
  after(() => workbench.close());

  it('shows a paper in the reading view beside its text', async () => {
    await workbench.quickInput.openFile('grid-resilience-brief.md');
    await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview to the Side');
    await eventually(async () => {
      assert.match(await workbench.preview.text(), /grid/i);
    });
    assert.equal((await workbench.window.tabs()).length, 2);
  });

  it('has its three trees in a container of its own', async () => {
    assert.ok((await workbench.window.containers()).includes('Policy Papers'));
    for (const title of ['Key Points', 'Tags', 'Annotations']) await workbench.tree(title).show();
  });

  it('lists the key points of the open paper', async () => {
    await eventually(async () => {
      assert.ok((await workbench.tree('Key Points').labels()).length > 0);
    });
  });

  it('has its parts, which are loaded when they are first wanted', async () => {
    const { editor, quickInput, window } = workbench;
    await quickInput.openFile('river-compacts-web-capture.txt');
    await quickInput.runCommand('Policy Annotator: Convert to Markdown…');
    await eventually(async () => {
      assert.equal(await window.activeTab(), 'river-compacts-web-capture.md');
    });
    await quickInput.runCommand('Policy Annotator: Compare with Earlier Edition…');
    await eventually(async () => {
      assert.match(await quickInput.title(), /^Compare “river-compacts-web-capture\.md” with/u);
    });
    await quickInput.type('river-compacts-web-capture.txt');
    await quickInput.accept();
    await eventually(async () => {
      assert.match(await workbench.tree('Comparison').message(), /^Compared with/u);
    });
    await quickInput.runCommand('Policy Annotator: Check Annotation Store');
    await eventually(async () => {
      assert.match((await editor.lines()).join('\n'), /# Annotation Store/u);
    });
  });

  it('shows no empty comparison when VS Code has started its extensions again', async function () {
    if (process.platform !== 'linux') this.skip();
    const header = workbench.page.locator('.sidebar .pane-header[aria-label^="Comparison"]');
    assert.equal(await header.count(), 1);
    killExtensionHosts();
    await eventually(async () => {
      assert.equal(await header.count(), 0);
    });
    await eventually(async () => {
      assert.ok((await workbench.tree('Key Points').labels()).length > 0);
    });
  });
});

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const paper = `# A Paper on Links

[The web](https://example.org/page), [another paper](grid-resilience-brief.md),
[outside](../secret.md), [missing](missing.md).

![Outage days](images/outage-days.svg)

![A picture from elsewhere](https://example.org/picture.png)
`;

describe('links and images in the preview', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'samples' });
    await writeFile(path.join(workbench.folder, 'links.md'), paper);
    await workbench.quickInput.openFile('links.md');
    await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview');
    await eventually(async () => {
      assert.match(await workbench.preview.text(), /A Paper on Links/);
    }, 30_000);
  });
  after(() => workbench.close());

  async function follow(link: string): Promise<void> {
    await (await workbench.preview.locator('a')).getByText(link, { exact: true }).click();
  }

  /** What the notifications say; the smoke-test build of VS Code shows them only in their center. */
  async function saysIn(message: RegExp): Promise<void> {
    await workbench.quickInput.runCommand('Notifications: Show Notifications');
    const messages = workbench.page.locator(
      '.notifications-center .notification-list-item-message',
    );
    await eventually(async () => {
      assert.match((await messages.allTextContents()).join('\n'), message);
    });
    await workbench.quickInput.runCommand('Notifications: Clear All Notifications');
  }

  it('shows images of the workspace', async () => {
    const image = await workbench.preview.locator('img[alt="Outage days"]');
    await eventually(async () => {
      assert.ok(
        (await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)) > 0,
      );
    });
  });

  it('loads images from elsewhere only when asked to', async () => {
    const asked: string[] = [];
    await workbench.page.context().route('https://example.org/**', (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    assert.equal(await (await workbench.preview.locator('img[src^="https://example"]')).count(), 0);
    await (await workbench.preview.locator('button')).getByText('Load remote images').click();
    await eventually(() => {
      assert.deepEqual(asked, ['https://example.org/picture.png']);
    });
  });

  it('refuses a file outside the workspace', async () => {
    await follow('outside');
    await saysIn(/leads to a file outside the workspace/);
  });

  it('says that a file is missing', async () => {
    await follow('missing');
    await saysIn(/missing\.md does not exist/);
  });

  it('asks before it opens the web', async () => {
    await follow('The web');
    await eventually(async () => {
      assert.match(await workbench.window.dialog(), /example\.org\/page/);
    });
    await workbench.window.dialogAction('Cancel');
  });

  it('shows another paper in its place', async () => {
    await follow('another paper');
    await eventually(async () => {
      assert.match(await workbench.preview.text(), /Keeping the Lights On/);
    }, 20_000);
    assert.equal(await workbench.window.activeTab(), 'Paper: grid-resilience-brief.md');
  });
});

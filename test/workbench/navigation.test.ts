import assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const grid = 'grid-resilience-brief.md';
const rivers = 'river-compacts-web-capture.txt';

describe('walking a paper', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ folder: 'samples', width: 1400, height: 900 });
  });
  after(() => workbench.close());

  it('knows what the papers state before one of them, or a view, was opened', async () => {
    await workbench.quickInput.runCommand('Policy Annotator: Go to Tag…');
    await eventually(async () => {
      const labels = (await workbench.quickInput.items()).map(({ label }) => label);
      assert.ok(labels.includes('Energy'), labels.join());
    });
    await workbench.quickInput.cancel();
  });

  it('lists what the paper in front states', async () => {
    await workbench.quickInput.openFile(grid);
    await workbench.tree('Key Points').show();
    await eventually(async () => {
      assert.ok((await workbench.tree('Key Points').rows()).length > 5);
    }, 30_000);
  });

  const selected = async () =>
    (await workbench.tree('Key Points').rows())
      .filter((row) => row.selected)
      .map(({ label }) => label.slice(0, 20));
  const seeSelected = (label: string) =>
    eventually(async () => {
      assert.deepEqual(await selected(), [label]);
    });
  const seeLine = (line: number) =>
    eventually(async () => {
      assert.match(await workbench.editor.position(), new RegExp(`^Ln ${line},`, 'u'));
    });

  it('selects in the tree what the cursor is in', async () => {
    await workbench.editor.goTo(27);
    await seeSelected('2. Emergency diesel ');
    await workbench.editor.goTo(68);
    await seeSelected('Paying for it before');
  });

  it('counts the indent of a point to the point', async () => {
    await workbench.quickInput.openFile(rivers);
    await workbench.editor.goTo(42, 1);
    await seeSelected('Outside powers fund ');
    await workbench.quickInput.openFile(grid);
  });

  it('goes to the next and previous key point by key', async () => {
    await workbench.editor.goTo(1);
    await workbench.press('Alt+.');
    await seeLine(26);
    await workbench.press('Alt+.');
    await seeLine(27);
    await workbench.press('Alt+,');
    await seeLine(26);
    await seeSelected('1. The median outage');
  });

  it('says where there is no further key point', async () => {
    await workbench.press('Alt+,');
    await eventually(async () => {
      assert.ok((await workbench.window.statusBar()).includes('No earlier key point.'));
    });
  });

  it('shows places while a pick list moves, and goes back on Escape', async () => {
    await workbench.editor.goTo(30);
    await workbench.quickInput.runCommand('Policy Annotator: Go to Key Point…');
    const items = await workbench.quickInput.items();
    assert.match(items[0]?.label ?? '', /^1\. The median outage .* it lasted four\.$/u);
    await workbench.press('ArrowUp');
    await seeLine(28);
    await workbench.quickInput.cancel();
    await seeLine(30);
  });

  it('finds a point by any of its words', async () => {
    await workbench.quickInput.runCommand('Policy Annotator: Go to Key Point…');
    await workbench.quickInput.type('seldom works');
    await eventually(async () => {
      const labels = (await workbench.quickInput.items()).map(({ label }) => label);
      assert.deepEqual(labels, ['Outside powers fund studies, seldom works.']);
    });
    await workbench.quickInput.accept();
    await eventually(async () => {
      assert.equal(await workbench.window.activeTab(), rivers);
    });
    await seeLine(42);
  });

  it('goes to what carries a tag', async () => {
    await workbench.quickInput.runCommand('Policy Annotator: Go to Tag…');
    await workbench.quickInput.type('Joint River Office');
    await eventually(async () => {
      const [item] = await workbench.quickInput.items();
      assert.deepEqual([item?.label, item?.description], ['JRO', 'Joint River Office']);
    });
    await workbench.quickInput.accept();
    await seeLine(57);
  });

  it('gives a text paper an outline and folds of its own', async () => {
    await workbench.quickInput.runCommand('Go to Symbol in Editor...');
    await eventually(async () => {
      const labels = (await workbench.quickInput.items()).map(({ label }) => label);
      assert.ok(labels.some((label) => label.includes('Outside powers fund studies')));
      assert.ok(labels.some((label) => label.includes('Overview')));
    });
    await workbench.quickInput.cancel();
    await workbench.quickInput.runCommand('Fold All');
    await eventually(async () => {
      const lines = (await workbench.editor.lines()).join('\n');
      assert.doesNotMatch(lines, /Forgot your password/u);
    });
    await workbench.quickInput.runCommand('Unfold All');
  });

  it('reveals in the preview when that is in front, and follows it while it is scrolled', async () => {
    await workbench.quickInput.openFile(grid);
    await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview');
    const frame = await workbench.preview.frame();
    await eventually(async () => {
      assert.match(await workbench.preview.text(), /Further reading/u);
    });
    await workbench.tree('Key Points').click('Paying for it before the season');
    const heading = frame.locator('h1, h2, h3').getByText('Paying for it before the season');
    await eventually(async () => {
      assert.ok(await heading.evaluate((element) => element.getBoundingClientRect().top < 900));
      assert.ok(await heading.evaluate((element) => element.getBoundingClientRect().top > 0));
    });
    await workbench.page.waitForTimeout(1000);
    await frame.locator('body').hover();
    await workbench.page.mouse.wheel(0, -10_000);
    await workbench.page.mouse.wheel(0, 1);
    await eventually(async () => {
      assert.notDeepEqual(await selected(), ['Paying for it before']);
    });
  });
});

describe('the tree while following is off', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({
      folder: 'samples',
      settings: { 'policyAnnotator.trees.followReading': false },
    });
  });
  after(() => workbench.close());

  it('leaves its selection alone while the reader moves', async () => {
    await workbench.tree('Key Points').show();
    await workbench.quickInput.openFile(rivers);
    await eventually(async () => {
      assert.ok((await workbench.tree('Key Points').rows()).length > 5);
    }, 30_000);
    await workbench.editor.goTo(40);
    await workbench.page.waitForTimeout(1500);
    const rows = await workbench.tree('Key Points').rows();
    assert.deepEqual(
      rows.filter(({ selected }) => selected),
      [],
    );
  });
});

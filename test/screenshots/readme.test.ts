import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const folder = 'media/readme';
const paper = 'river-compacts-web-capture.txt';
const brief = 'grid-resilience-brief.md';

/** Takes a picture once all has come to rest; the pointer is where no tooltip is. */
async function takePicture(page: Page, name: string): Promise<void> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  await page.mouse.move(width / 2, height - 1);
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `${folder}/${name}.png` });
}

/** Annotates the paper as an analyst would, with the keys, in the reading view that is in front. */
async function annotate(workbench: Workbench): Promise<void> {
  const { preview } = workbench;
  const marks = async (count: number) => {
    const frame = await preview.frame();
    await eventually(async () => {
      const ids = await frame.locator('mark').evaluateAll((all) => all.map((each) => each.dataset));
      if (new Set(ids.map((each) => JSON.stringify(each))).size < count) throw new Error('Waiting');
    });
  };
  const highlight = async (text: string, letter: string) => {
    await preview.select(text);
    const button = `[role=toolbar] button:has-text("${letter}")`;
    await (await preview.locator(button)).first().click();
  };
  await highlight('ad-hoc meetings to a standing commission', 'E');
  await marks(1);
  await highlight('every published plan assumes two', 'D');
  await marks(2);
  await preview.select('Two of the three treaties lapse');
  await (await preview.locator('[role=toolbar]')).first().waitFor();
  await workbench.press('Control+Alt+A');
  await (await preview.locator('textarea')).waitFor();
  await workbench.page.keyboard.type('Which two? The JRO lists different dates.');
  await workbench.press('Control+Enter');
  await marks(3);
}

/** The text and the reading view, beside each other. */
async function showSideBySide(workbench: Workbench): Promise<void> {
  const { quickInput, page } = workbench;
  await quickInput.openFile(brief);
  await quickInput.runCommand('Policy Annotator: Open Paper Preview to the Side');
  await eventually(async () => {
    const shown = await workbench.preview.text();
    if (!shown.includes('Keeping the Lights On')) throw new Error('Waiting');
  });
  await takePicture(page, 'side-by-side');
}

/** A PDF in its own pages, with a note. */
async function showPages(workbench: Workbench): Promise<void> {
  const { quickInput, preview, page } = workbench;
  await quickInput.runCommand('View: Close All Editors');
  await quickInput.openFile('ferry-subsidies.pdf');
  await eventually(async () => {
    if (!(await preview.text()).includes('Lifeline or Habit?')) throw new Error('Waiting');
  }, 60_000);
  await preview.select('no alternative by road');
  await workbench.press('Control+Alt+H');
  await (await preview.locator('.paper mark')).first().waitFor();
  await workbench.press('Control+Alt+G');
  await (await preview.locator('.page-marks mark')).first().waitFor();
  await workbench.tree('Key Points').show();
  await takePicture(page, 'pages');
}

/** A Word file and a saved web page beside each other, each with a note. */
async function showFormats(workbench: Workbench): Promise<void> {
  const { quickInput, preview, page } = workbench;
  const showAnnotated = async (title: string, passage: string) => {
    await eventually(async () => {
      if (!(await preview.text()).includes(title)) throw new Error('Waiting');
    }, 60_000);
    await preview.highlight(passage);
  };
  await quickInput.runCommand('View: Close All Editors');
  await quickInput.runCommand('View: Toggle Primary Side Bar Visibility');
  await quickInput.openFile('water-meters.docx');
  await showAnnotated('Meters First', 'a third of the debt');
  await quickInput.openFile('pilot-fees-web-page.html');
  await quickInput.runCommand('Policy Annotator: Open Paper Preview');
  await showAnnotated('Who Pays the Pilot?', 'lighthouses in the same way');
  await quickInput.runCommand('View: Move Editor into Right Group');
  await quickInput.runCommand('View: Focus First Editor Group');
  await workbench.window.showTab('water-meters.docx');
  for (const frame of await preview.frames())
    await frame.evaluate(() => {
      scrollTo(0, 0);
    });
  await takePicture(page, 'formats');
}

const themes = [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
  ['high-contrast-light', 'Default High Contrast Light'],
] as const;

describe('the pictures of the README', function () {
  this.timeout(180_000);
  before(() => mkdir(folder, { recursive: true }));

  for (const [name, theme] of themes) {
    it(`show the reading view: ${name}`, async () => {
      const settings = { 'workbench.colorTheme': theme, 'comments.openView': 'never' };
      const workbench = await openWorkbench({
        folder: 'samples',
        width: 1440,
        height: 900,
        settings,
      });
      await workbench.quickInput.openFile(paper);
      await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview');
      await workbench.preview.text();
      await workbench.tree('Key Points').show();
      await annotate(workbench);
      await takePicture(workbench.page, name);
      if (name === 'light') {
        await workbench.quickInput.runCommand('View: Toggle Primary Side Bar Visibility');
        await workbench.page.setViewportSize({ width: 620, height: 1000 });
        await takePicture(workbench.page, 'narrow');
        await workbench.page.setViewportSize({ width: 1440, height: 900 });
        await showSideBySide(workbench);
        await showPages(workbench);
        await showFormats(workbench);
      }
      await workbench.close();
    });
  }
});

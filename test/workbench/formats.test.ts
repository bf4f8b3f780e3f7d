import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const patience = 40_000;

const papers = [
  {
    file: 'pilot-fees-web-page.html',
    title: /Who Pays the Pilot\?/,
    passage: 'lighthouses in the same way',
    tab: 'Paper: pilot-fees-web-page.html',
  },
  {
    file: 'ferry-subsidies.pdf',
    title: /Lifeline or Habit\?/,
    passage: 'no alternative by road',
    tab: 'ferry-subsidies.pdf',
  },
  {
    file: 'water-meters.docx',
    title: /Meters First/,
    passage: 'a third of the debt',
    tab: 'water-meters.docx',
  },
] as const;

describe('a paper that is not text', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ folder: 'samples' });
  });
  after(() => workbench.close());

  async function shows(words: RegExp): Promise<void> {
    await eventually(async () => {
      assert.match(await workbench.preview.text(), words);
    }, patience);
  }

  async function marks(): Promise<readonly string[]> {
    return (await workbench.preview.locator('.paper mark')).allInnerTexts();
  }

  async function hasMarks(...expected: readonly string[]): Promise<void> {
    await eventually(async () => {
      assert.deepEqual(await marks(), expected);
    }, patience);
  }

  for (const { file, title, passage, tab } of papers) {
    it(`is read and annotated: ${file}`, async () => {
      await workbench.quickInput.openFile(file);
      if (tab !== file) {
        await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview');
      }
      await shows(title);
      await workbench.preview.highlight(passage);
      await hasMarks(passage);
    });
  }

  it('is there again after a reload, whichever it is', async () => {
    await workbench.reload();
    for (const { title, passage, tab } of papers) {
      await workbench.window.showTab(tab);
      await shows(title);
      await hasMarks(passage);
    }
  });

  it('becomes a Markdown file beside it, with its annotations', async () => {
    await workbench.quickInput.runCommand('Policy Annotator: Convert to Markdown…');
    await eventually(async () => {
      assert.equal(await workbench.quickInput.title(), 'Convert to Markdown');
    });
    await workbench.quickInput.accept();
    const written = path.join(workbench.folder, 'water-meters.md');
    await eventually(async () => {
      const text = await readFile(written, 'utf8');
      assert.match(text, /^---\ntitle: "Meters First: Charging for Water in Growing Towns"\n/);
      assert.match(text, /\[\^1\]: Figures are those/);
    }, patience);
    await eventually(async () => {
      assert.equal(await workbench.window.activeTab(), 'water-meters.md');
    });
    await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview');
    await hasMarks('a third of the debt');
  });

  it('shows the pages of a PDF with the same notes, and takes another note there', async () => {
    await workbench.quickInput.runCommand('View: Close All Editors');
    await workbench.quickInput.openFile('ferry-subsidies.pdf');
    await shows(/Lifeline or Habit\?/);
    await (await workbench.preview.locator('h1')).click();
    await workbench.press('Control+Alt+G');
    await eventually(async () => {
      const mark = (await workbench.preview.locator('.page-marks mark')).first();
      assert.ok(((await mark.boundingBox({ timeout: 1000 }))?.width ?? 0) > 40);
    }, patience);
    await workbench.preview.highlight('counts who is on board');
    await eventually(async () => {
      assert.equal(await (await workbench.preview.locator('.page-marks mark')).count(), 2);
    }, patience);
    const noted = (await workbench.tree('Annotations').rows()).find(
      ({ label }) => label === 'counts who is on board',
    );
    assert.match(noted?.description ?? '', /^E · p\. \d$/u);
    await workbench.press('Control+Alt+G');
    await hasMarks('no alternative by road', 'counts who is on board');
  });
});

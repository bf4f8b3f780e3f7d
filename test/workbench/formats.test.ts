import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { environmentValue } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { storageIn } from '../support/storageFolder.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const patience = 40_000;

const papers = [
  {
    file: 'pilot-fees-web-page.html',
    title: /Who Pays the Pilot\?/,
    passage: 'lighthouses in the same way',
    command: 'Open Paper Preview to the Side',
  },
  {
    file: 'ferry-subsidies.pdf',
    title: /Lifeline or Habit\?/,
    passage: 'no alternative by road',
    command: null,
  },
  {
    file: 'water-meters.docx',
    title: /Meters First/,
    passage: 'a third of the debt',
    command: null,
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

  for (const { file, title, passage, command } of papers) {
    it(`is read and annotated, and there again after a reload: ${file}`, async () => {
      await workbench.quickInput.runCommand('View: Close All Editors');
      await workbench.quickInput.openFile(file);
      if (command !== null) await workbench.window.editorAction(command);
      await shows(title);
      await workbench.preview.select(passage);
      await workbench.press('Control+Alt+H');
      await hasMarks(passage);
      // VS Code writes what it keeps a moment later.
      await workbench.page.waitForTimeout(2000);
      await workbench.reload();
      await shows(title);
      await hasMarks(passage);
    });
  }

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
    await workbench.preview.select('counts who is on board');
    await workbench.press('Control+Alt+H');
    await eventually(async () => {
      assert.equal(await (await workbench.preview.locator('.page-marks mark')).count(), 2);
    }, patience);
    await workbench.press('Control+Alt+G');
    await hasMarks('no alternative by road', 'counts who is on board');
  });

  it('stores where a passage stands once its file has changed', async () => {
    const [page] = papers;
    await workbench.quickInput.runCommand('View: Close All Editors');
    await workbench.quickInput.openFile(page.file);
    await workbench.window.editorAction(page.command);
    await hasMarks(page.passage);
    const file = path.join(workbench.folder, page.file);
    const foreword = '<h2>Summary</h2><p>A foreword that moves everything.</p>';
    await writeFile(file, (await readFile(file, 'utf8')).replace('<h2>Summary</h2>', foreword));
    await shows(/A foreword that moves everything/);
    await hasMarks(page.passage);
    await eventually(async () => {
      assert.match(await stored(), /"type":"retarget","uri":"[^"]*pilot-fees-web-page.html"/);
    }, patience);
  });
});

/** Everything in the extension's storage that is text. */
async function stored(): Promise<string> {
  const folder = storageIn(environmentValue('TEST_SERVER_DATA'));
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const journals = files.filter((each) => each.isFile() && each.name.endsWith('.jsonl'));
  const texts = journals.map((each) => readFile(path.join(each.parentPath, each.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { environmentValue } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { manyPages } from '../support/madeContent.ts';
import { madePdf } from '../support/madePdf.ts';
import { fileSamples } from '../support/samplePapers.ts';
import { storageIn } from '../support/storageFolder.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const patience = 40_000;

const papers = fileSamples.map((sample) => ({
  ...sample,
  tab: sample.usual === 'text' ? `Paper: ${sample.file}` : sample.file,
}));

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

  /** A key that comes while the focus moves to the editor is lost. */
  async function openByKey(key: string, tab: string): Promise<void> {
    await eventually(async () => {
      await workbench.press(key);
      await eventually(async () => {
        assert.equal(await workbench.window.activeTab(), tab);
      }, 5000);
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
        await openByKey('Control+Alt+Shift+R', tab);
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

  it('shows the beginning of a long one, and keeps it when reading is cancelled', async () => {
    await writeFile(path.join(workbench.folder, 'treaty.pdf'), madePdf(manyPages(4000)));
    await workbench.quickInput.openFile('treaty.pdf');
    await shows(/Page AAA of the treaty says what all know/);
    const cancel = await workbench.preview.locator('.reading-action >> text=Cancel');
    await cancel.click({ timeout: patience });
    await shows(
      /Only the beginning of this paper is shown: reading was cancelled at page \d+ of 4000.*Page AAA/su,
    );
    const rest = await workbench.preview.locator('.reading-action >> text=Read the Rest');
    await rest.click({ timeout: patience });
    await shows(/Reading: \d+ of 4000 pages/);
    await workbench.quickInput.runCommand('View: Close Editor');
  });

  it('is offered what can be done with papers', async () => {
    await workbench.window.showTab('water-meters.docx');
    for (const title of [
      'Compare with Earlier Edition…',
      'Find Passages of Orphaned Annotations…',
    ]) {
      const command = `Policy Annotator: ${title}`;
      assert.ok((await workbench.quickInput.commands(command)).includes(command));
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
    // What was asked before is not asked again.
    assert.deepEqual(await workbench.window.notifications(), []);
    await workbench.page.keyboard.press('Escape');
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

  it('stores where a passage stands once its file has changed', async () => {
    const [page] = fileSamples;
    await workbench.quickInput.runCommand('View: Close All Editors');
    await workbench.quickInput.openFile(page.file);
    await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview');
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

import assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const id = 'policy-paper-annotator.policy-annotator';
const patience = 40_000;

/** One of each format; `usual` is the editor that opens for it, where that is not the reading view. */
const papers = [
  {
    file: 'grid-resilience-brief.md',
    usual: 'text',
    title: /Keeping the Lights On/,
    passage: 'Lines fail before plants do',
  },
  {
    file: 'pilot-fees-web-page.html',
    usual: 'text',
    title: /Who Pays the Pilot\?/,
    passage: 'lighthouses in the same way',
  },
  {
    file: 'ferry-subsidies.pdf',
    usual: 'reading view',
    title: /Lifeline or Habit\?/,
    passage: 'no alternative by road',
  },
  {
    file: 'water-meters.docx',
    usual: 'reading view',
    title: /Meters First/,
    passage: 'a third of the debt',
  },
] as const;

describe('the extension in a web worker, as in VS Code for the Web', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({
      folder: 'samples',
      settings: { 'remote.extensionKind': { [id]: ['web'] } },
    });
  });
  after(() => workbench.close());

  async function read({ file, usual, title }: (typeof papers)[number]): Promise<void> {
    await workbench.quickInput.openFile(file);
    if (usual === 'text') {
      await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview');
    }
    await eventually(async () => {
      assert.match(await workbench.preview.text(), title);
    }, patience);
  }

  async function hasMark(passage: string): Promise<void> {
    await eventually(async () => {
      const marks = await workbench.preview.locator('.paper mark');
      assert.deepEqual(await marks.allInnerTexts(), [passage]);
    }, patience);
  }

  it('reads and annotates a paper of every format', async () => {
    for (const paper of papers) {
      await read(paper);
      await workbench.preview.highlight(paper.passage);
      await hasMark(paper.passage);
    }
  });

  it('has the annotations again when the window was loaded again', async () => {
    await workbench.reload();
    for (const paper of papers) {
      await read(paper);
      await hasMark(paper.passage);
    }
  });

  it('runs in a web worker, and says that all is well with the annotations', async () => {
    await workbench.quickInput.runCommand('Policy Annotator: Check Annotation Store');
    await eventually(async () => {
      const lines = (await workbench.editor.lines()).join('\n');
      assert.match(lines, /Everything is well/u);
    });
    await workbench.quickInput.runCommand('Developer: Show Running Extensions');
    const row = workbench.page.locator('.extension', { hasText: id });
    await eventually(async () => {
      assert.match(await row.innerText(), /web worker/u);
    });
  });
});

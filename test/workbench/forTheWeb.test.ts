import assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { fileSamples } from '../support/samplePapers.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const patience = 40_000;

const papers = [
  {
    file: 'grid-resilience-brief.md',
    usual: 'text',
    title: /Keeping the Lights On/,
    passage: 'Lines fail before plants do',
  },
  ...fileSamples,
] as const;

describe('VS Code for the Web, where extensions run in a web worker', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ folder: 'samples', on: 'browser' });
  });
  after(() => workbench.close());

  /** Quick open finds no file of a virtual file system. */
  async function openFile(name: string): Promise<void> {
    const row = workbench.page.locator('.explorer-folders-view .monaco-list-row', {
      hasText: name,
    });
    await row.dblclick();
    await workbench.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  }

  async function read({ file, usual, title }: (typeof papers)[number]): Promise<void> {
    await openFile(file);
    if (usual === 'text') {
      await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview');
    }
    await eventually(async () => {
      assert.match(await workbench.preview.text(), title);
    }, patience);
  }

  async function hasMarks(...passages: readonly string[]): Promise<void> {
    await eventually(async () => {
      const marks = await workbench.preview.locator('.paper mark');
      assert.deepEqual(await marks.allInnerTexts(), passages);
    }, patience);
  }

  async function says(words: RegExp): Promise<void> {
    await eventually(async () => {
      const all = (await workbench.window.notifications()).join('; ');
      assert.match(all, words);
    });
  }

  async function reports(words: RegExp): Promise<void> {
    await workbench.quickInput.runCommand('Policy Annotator: Check Annotation Store');
    await eventually(async () => {
      assert.match((await workbench.editor.lines()).join('\n'), words);
    });
  }

  it('reads and annotates a paper of every format, and says where that is kept', async () => {
    for (const paper of papers) {
      await read(paper);
      await workbench.preview.highlight(paper.passage);
      await hasMarks(paper.passage);
    }
    await says(/Annotations are kept in this browser, for this site\./u);
  });

  it('has the annotations again when the window was loaded again', async () => {
    await workbench.reload();
    for (const paper of papers) {
      await read(paper);
      await hasMarks(paper.passage);
    }
    await reports(
      /Everything is well[^]*are in this browser’s data for this site[^]*Papers: 4\. Annotations: 4\./u,
    );
  });

  it('says that annotations are in the window only when the browser has no room for them', async () => {
    const [, , pdf] = papers;
    await read(pdf);
    await setRoom(false);
    await workbench.preview.highlight('counts who is on board');
    await says(/The browser can’t save annotations/u);
    await reports(/in this window only[^]*Annotations: 5\./u);
    await setRoom(true);
    await says(/All annotations are saved again/u);
    await workbench.reload();
    await read(pdf);
    await hasMarks(pdf.passage, 'counts who is on board');
  });

  /** Whether the browser takes what VS Code stores: it throws when a site's share is used up. */
  async function setRoom(isThere: boolean): Promise<void> {
    await workbench.page.evaluate((there) => {
      const store = IDBObjectStore.prototype as { put: unknown; given?: unknown };
      store.given ??= store.put;
      store.put = there
        ? store.given
        : () => {
            throw new DOMException('No room', 'QuotaExceededError');
          };
    }, isThere);
  }
});

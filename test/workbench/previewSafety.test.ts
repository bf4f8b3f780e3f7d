import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const fixtures = ['html.md', 'links.md', 'capture.txt'];
const vectors = path.resolve('../shared/corpus/nasty/xss_vectors.html');

interface Traces {
  /** What the attacks of the fixtures set when they run. */
  readonly ran: readonly unknown[];
  readonly scripts: number;
  readonly handlers: readonly string[];
  readonly loaders: number;
  readonly links: readonly string[];
}

const none: Traces = { ran: [], scripts: 0, handlers: [], loaders: 0, links: [] };

/** What is left in the page of something that ran, or could. */
function tracesIn(frame: Frame): Promise<Traces> {
  return frame.evaluate(() => {
    const names = ['pwned', '__pwned'];
    const windows: unknown[] = [window, window.parent];
    const all = [...document.querySelectorAll('.paper *')];
    return {
      ran: windows
        .flatMap((each) => names.map((name) => Reflect.get(each as object, name) as unknown))
        .filter((value) => value !== undefined),
      scripts: document.querySelectorAll('.paper script').length,
      handlers: all.flatMap((element) =>
        element.getAttributeNames().filter((name) => /^on|^style$|^srcdoc$/.test(name)),
      ),
      loaders: document.querySelectorAll('iframe, object, embed, form, base, [http-equiv=refresh]')
        .length,
      links: [...document.querySelectorAll('a[href]')]
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => !/^(https?:|mailto:|#|[^:]*$)/i.test(href)),
    };
  });
}

describe('a hostile paper in the preview', () => {
  let workbench: Workbench;
  let dialogs = 0;
  const requests: string[] = [];

  before(async () => {
    workbench = await openWorkbench();
    for (const name of fixtures) {
      await copyFile(path.join('test/fixtures/xss', name), path.join(workbench.folder, name));
    }
    if (existsSync(vectors)) {
      const pasted = `# A pasted page\n\n${await readFile(vectors, 'utf8')}\n`;
      await writeFile(path.join(workbench.folder, 'pasted.md'), pasted);
    }
    workbench.page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    workbench.page.on('request', (request) => requests.push(request.url()));
  });
  after(() => workbench.close());

  async function isHarmless(name: string): Promise<void> {
    await workbench.quickInput.openFile(name);
    await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview');
    const frame = await eventually(async () => {
      const shown = await workbench.preview.frame();
      assert.ok((await shown.locator('.paper [data-range]').count()) > 5);
      assert.equal(await workbench.window.activeTab(), `Paper: ${name}`);
      return shown;
    }, 40_000);
    await frame.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('.paper *')) {
        element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
        element.dispatchEvent(new FocusEvent('focus'));
      }
    });
    await workbench.page.waitForTimeout(500);
    assert.deepEqual(await tracesIn(frame), none);
    assert.equal(dialogs, 0);
    assert.deepEqual(
      requests.filter((url) => url.includes('attacker.invalid')),
      [],
    );
  }

  for (const name of fixtures) {
    it(`runs nothing of ${name}`, () => isHarmless(name));
  }

  it('runs nothing of a page of known attacks, pasted into Markdown', async function () {
    if (!existsSync(vectors)) return this.skip();
    await isHarmless('pasted.md');
  });
});

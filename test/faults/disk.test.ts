import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { killable, type Killable, type KillableWindow } from '../support/killable.ts';
import { linedPaper } from '../support/linedPaper.ts';
import { storageIn } from '../support/storageFolder.ts';
import { windowOf } from '../support/window.ts';

const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => from + index);

describe('annotations when they can’t be written', () => {
  let code: Killable;
  let disk: string | null = null;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    code = await killable();
    const storage = storageIn(code.dataFolder);
    mkdirSync(storage, { recursive: true });
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', storage], {
        stdio: 'ignore',
      });
      disk = storage;
    } catch {
      // Only root may; the test says so by being skipped.
    }
    await code.start();
  });

  after(async () => {
    await code.end();
    if (disk !== null) execFileSync('umount', ['-l', disk]);
  });

  function status(window: KillableWindow) {
    return window.page.locator('.statusbar-item[id$="policyAnnotator.safety"]:visible');
  }

  /** Makes annotations, then more while nothing can be written, and looks for all when it can again. */
  async function survives(
    block: (window: KillableWindow) => Promise<void> | void,
    free: () => void,
    message: RegExp,
  ): Promise<void> {
    const { folder, paper } = await linedPaper(40);
    const log = path.join(folder, 'shown.log');
    const window = await code.open(folder);
    await window.ask({ kind: 'highlight', paper, lines: lines(2, 12), log });
    await block(window);
    await window.ask({ kind: 'highlight', paper, lines: lines(12, 22), log });
    const { seen } = await window.ask({ kind: 'see', paper, lines: lines(2, 22) });
    assert.deepEqual(seen, lines(2, 22));
    await status(window).waitFor();
    assert.match(await status(window).innerText(), /Annotations saved in part/u);
    const said = await windowOf(window.page).notifications();
    assert.deepEqual(
      said.map((text) => message.test(text)),
      [true],
      said.join('; '),
    );
    free();
    await status(window).waitFor({ state: 'hidden' });
    await code.killHost(window);
    // The state is empty: what is there comes from the journal alone.
    await code.forgetState();
    const again = await code.open(folder);
    await again.ask({ kind: 'await', paper, lines: lines(2, 22) });
    await code.closeWindows();
  }

  it('because the disk is full: says so, works on, and saves when there is room', async function () {
    if (disk === null) this.skip();
    const filler = path.join(disk, 'filler');
    await survives(
      () => {
        for (let size = 65_536; size >= 1; size /= 2) fill(filler, size);
      },
      () => {
        rmSync(filler);
      },
      /^The disk is full, so annotations are saved in part only: free some space/u,
    );
  });

  it('neither in the folder nor in the state: says so, works on, and saves when it can', async () => {
    let away: readonly string[] = [];
    await survives(
      async ({ page }) => {
        await page.evaluate(withoutState);
        away = code.journals();
        for (const journal of away) {
          renameSync(journal, `${journal}-away`);
          writeFileSync(journal, 'A file where the folder should be.');
        }
      },
      () => {
        for (const journal of away) {
          rmSync(journal);
          renameSync(`${journal}-away`, journal);
        }
      },
      /^Annotations are saved in part only, because “[^”]+” can’t be written \([^,()]+\): make it/u,
    );
  });
});

/** Runs in a page: VS Code can't write a state any more. It takes it all the same, and says nothing. */
function withoutState(): void {
  IDBObjectStore.prototype.put = () => {
    throw new Error('There is no room.');
  };
}

/** Appends blocks of a size until there is no room for another. */
function fill(file: string, size: number): void {
  for (;;) {
    try {
      writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      return;
    }
  }
}

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { environmentValue } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { killable, type Killable } from '../support/killable.ts';
import { linedPaper } from '../support/linedPaper.ts';

const changes = 200;
const rounds = Number(environmentValue('FAULT_ROUNDS'));

/** What a log says of each line: shown, shown as gone, or in the middle of a change. */
function lastSaid(log: string): Map<number, string> {
  const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
  const said = new Map<number, string>();
  for (const entry of text.split('\n')) {
    const [what = '', line = ''] = entry.split(' ');
    if (line !== '') said.set(Number(line), what);
  }
  return said;
}

describe('annotations when VS Code is killed in the middle of changes', () => {
  let code: Killable;
  before(async function () {
    if (process.platform !== 'linux') this.skip();
    code = await killable();
  });
  after(() => code.end());

  for (const part of ['extension host', 'server'] as const) {
    it(`are all there that were shown, when the ${part} is killed ${rounds} times`, async () => {
      let made = 0;
      let shown = 0;
      await code.killServer();
      await code.start();
      for (let round = 0; round < rounds; round += 1) {
        const { folder, paper } = await linedPaper(changes);
        const log = path.join(folder, 'shown.log');
        const lines = Array.from({ length: changes }, (_, index) => index + 2);
        const window = await code.open(folder);
        // Some rounds go to the end, most are cut off after any number of the changes.
        const enough = 1 + Math.floor(Math.random() * changes * 1.1);
        window.begin({ kind: 'highlight', paper, lines, log });
        await eventually(() => {
          const count = lastSaid(log).size;
          if (count < Math.min(enough, changes)) throw new Error(`${count} of ${enough} were made`);
        }, 120_000);
        if (part === 'server') await code.killServer();
        else await code.killHost(window);
        await code.closeWindows();
        if (part === 'server') await code.start();

        const said = lastSaid(log);
        const again = await code.open(folder);
        const wanted = lines.filter((line) => said.get(line) === '+');
        if (wanted.length > 0) await again.ask({ kind: 'await', paper, lines: wanted.slice(-1) });
        const { seen } = await again.ask({ kind: 'see', paper, lines });
        const missing = wanted.filter((line) => !seen.includes(line));
        const unwanted = seen.filter((line) => !said.has(line) || said.get(line) === '-');
        assert.deepEqual(
          [missing, unwanted],
          [[], []],
          `round ${round}, after ${said.size} changes`,
        );
        made += said.size;
        shown += wanted.length;
        await code.closeWindows();
        await rm(folder, { recursive: true });
      }
      const figures = `${rounds} times: ${made} lines begun, ${shown} shown, all there again`;
      process.stdout.write(`      ${figures}\n`);
    });
  }
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environmentValue } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { killable, type Killable } from '../support/killable.ts';
import { addLinedPaper } from '../support/linedPaper.ts';

const changes = 200;
const lines = Array.from({ length: changes }, (_, index) => index + 2);
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
      const shown: { readonly paper: string; readonly lines: readonly number[] }[] = [];
      await code.killServer();
      await code.start();
      const folder = await mkdtemp(path.join(tmpdir(), 'papers-'));
      let window = await code.open(folder);
      for (let round = 0; round < rounds; round += 1) {
        const paper = await addLinedPaper(folder, `ledger ${round}`, changes);
        const log = path.join(folder, `shown-${round}.log`);
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
        window = await code.open(folder);
        const wanted = lines.filter((line) => said.get(line) === '+');
        await window.ask({ kind: 'await', paper, lines: wanted });
        const { seen } = await window.ask({ kind: 'see', paper, lines });
        const unwanted = seen.filter((line) => !said.has(line) || said.get(line) === '-');
        assert.deepEqual(unwanted, [], `round ${round}, after ${said.size} changes`);
        made += said.size;
        shown.push({ paper, lines: wanted });
        const count = shown.reduce((sum, each) => sum + each.lines.length, 0);
        if ((round + 1) % 5 === 0 || round + 1 === rounds) {
          const figures = `${round + 1} times: ${made} changes begun, ${count} shown, all there again`;
          process.stdout.write(`      ${figures}\n`);
        }
      }
      // The last round's are seen already.
      for (const each of shown.slice(0, -1)) await window.ask({ kind: 'await', ...each });
    });
  }
});

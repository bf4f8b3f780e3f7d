import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { killable, type Killable } from '../support/killable.ts';
import { linedPaper } from '../support/linedPaper.ts';
import { siteTextRule } from '../support/siteTextRule.ts';
import { taughtRules, teach } from '../support/taught.ts';

const changes = 500;
const trials = 10;
/** How often both windows are taught something in the same moment. */
const rounds = 3;

describe('two windows on one folder', () => {
  let code: Killable;
  before(async () => {
    code = await killable();
    await code.start();
  });
  after(() => code.end());

  /** When rules were last written beside a journal, in milliseconds since 1970. */
  function rulesWrittenAt(): number {
    const files = code.journals().flatMap((journal) => {
      const values = path.join(journal, '../values');
      const names = existsSync(values) ? readdirSync(values) : [];
      return names.map((name) => path.join(values, name));
    });
    const rules = files.filter((file) => path.basename(file).startsWith('publisherRules'));
    return Math.max(...rules.map((file) => statSync(file).mtimeMs));
  }

  it('know what the other one is taught about a publisher within two seconds', async () => {
    const { folder, paper } = await linedPaper(5);
    const windows = [await code.open(folder), await code.open(folder)] as const;
    const [reader, writer] = windows;
    await teach(writer, paper, siteTextRule('give'));
    await eventually(async () => {
      assert.equal((await taughtRules(reader, paper)).length, 1);
    });
    const wait = Date.now() - rulesWrittenAt();
    process.stdout.write(`      known to the other window after ${wait.toFixed(0)} ms\n`);
    assert.ok(wait < 2000, String(wait));
    await eventually(() => {
      const left = code.journals().flatMap((journal) => readdirSync(journal));
      assert.ok(!left.includes('lookout.new'), left.join(', '));
    });

    const texts = ['give'];
    for (let round = 0; round < rounds; round += 1) {
      const both = windows.map((window, which) => ({ window, text: `text ${round} of ${which}` }));
      await Promise.all(both.map(({ window, text }) => teach(window, paper, siteTextRule(text))));
      texts.push(...both.map(({ text }) => text));
    }
    for (const window of windows) {
      await eventually(async () => {
        const known = (await taughtRules(window, paper)).map(({ text }) => text);
        assert.deepEqual(known.toSorted(), texts.toSorted());
      });
    }
    await code.closeWindows();
  });

  it(`make ${changes} changes at once: both show all, and each other’s within two seconds`, async () => {
    const { folder, paper } = await linedPaper(changes + 2 * trials);
    const windows = [await code.open(folder), await code.open(folder)] as const;
    const all = Array.from({ length: changes }, (_, index) => index + 2);
    await Promise.all(
      windows.map((window, which) =>
        window.ask({
          kind: 'highlight',
          paper,
          lines: all.filter((line) => line % 2 === which),
          log: path.join(folder, `shown-${which}.log`),
        }),
      ),
    );
    for (const window of windows) await window.ask({ kind: 'await', paper, lines: all });

    const waits: number[] = [];
    for (let trial = 0; trial < trials; trial += 1) {
      const [writer, reader] = trial % 2 === 0 ? windows : [windows[1], windows[0]];
      const line = changes + 2 + trial;
      const seen = reader.ask({ kind: 'await', paper, lines: [line] });
      const made = await writer.ask({
        ...{ kind: 'highlight', paper, lines: [line] },
        log: path.join(folder, 'shown.log'),
      });
      waits.push((await seen).milliseconds - made.milliseconds);
    }
    const longest = Math.max(...waits);
    process.stdout.write(`      seen by the other window after at most ${longest.toFixed(0)} ms\n`);
    assert.ok(longest < 2000, waits.join(', '));

    await code.killHost(windows[0]);
    await code.forgetState();
    const again = await code.open(folder);
    await again.ask({ kind: 'await', paper, lines: all });
  });
});

import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { environmentValue } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { commentsOf } from '../support/comments.ts';
import { editorOf } from '../support/editor.ts';
import { killable, type Killable, type KillableWindow } from '../support/killable.ts';
import { linedPaper } from '../support/linedPaper.ts';
import { siteTextRule } from '../support/siteTextRule.ts';
import { taughtRules, teach } from '../support/taught.ts';

/** Fewer where the tests are run at less than their full length. */
const changes = Number(environmentValue('FAULT_ROUNDS')) > 1 ? 500 : 150;
const trials = 10;
/** How often both windows are taught something in the same moment. */
const rounds = 3;

describe('two windows on one folder', () => {
  let code: Killable;
  let paper: string;
  let windows: readonly [KillableWindow, KillableWindow];
  /** Journals of other folders, where windows may have been killed at any point. */
  let others: readonly string[];
  before(async () => {
    code = await killable();
    others = code.journals();
    await code.start();
    const made = await linedPaper(5);
    paper = made.paper;
    windows = [await code.open(made.folder), await code.open(made.folder)];
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
    const [reader, writer] = windows;
    await teach(writer, paper, siteTextRule('give'));
    await eventually(async () => {
      assert.equal((await taughtRules(reader, paper)).length, 1);
    });
    const wait = Date.now() - rulesWrittenAt();
    process.stdout.write(`      known to the other window after ${wait.toFixed(0)} ms\n`);
    assert.ok(wait < 2000, String(wait));
    await eventually(() => {
      const journals = code.journals().filter((journal) => !others.includes(journal));
      const left = journals.flatMap((journal) => readdirSync(journal));
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
  });

  it('keep and show both texts of a note that is written in both at once', async () => {
    const [one, two] = windows.map((window) => ({
      window,
      editor: editorOf(window.page),
      comments: commentsOf(window.page),
    }));
    assert.ok(one && two);
    const log = `${paper}.log`;
    // Each window shows the paper by making one of its own.
    await one.window.ask({ kind: 'highlight', paper, lines: [3], log });
    await two.window.ask({ kind: 'highlight', paper, lines: [4], log });
    await two.window.ask({ kind: 'await', paper, lines: [3] });
    for (const { editor, window } of [one, two]) {
      await editor.goTo(4, 5);
      await window.ask({ kind: 'command', paper, command: 'policyAnnotator.editNote', args: [] });
      await window.page.locator('.review-widget .monaco-editor.focused').waitFor();
    }
    await one.window.page.keyboard.type('North.');
    await two.window.page.keyboard.type('South.');
    await Promise.all([one, two].map(({ window }) => window.page.keyboard.press('Control+Enter')));
    const show = (which: typeof one, ...texts: readonly RegExp[]) =>
      eventually(async () => {
        const [thread = []] = await which.comments.threads();
        for (const text of texts) assert.match(thread.map((each) => each.text).join(' | '), text);
      });
    for (const each of [one, two]) await show(each, /North\./u, /South\./u);

    // What the other window writes meanwhile takes nothing from what is being written.
    await two.window.ask({ kind: 'command', paper, command: 'policyAnnotator.editNote', args: [] });
    await two.window.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await two.window.page.keyboard.press('Control+A');
    await two.window.page.keyboard.type('Late.');
    await one.comments.press('Edit');
    await one.window.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await one.window.page.keyboard.press('Control+A');
    await one.window.page.keyboard.type('Early.');
    await one.window.page.keyboard.press('Control+Enter');
    await show(one, /^Early\.$/u);
    await one.comments.write('An answer.');
    await one.comments.press('Reply');
    await show(two, /An answer\./u);
    await two.window.page.keyboard.press('Control+Enter');
    for (const each of [one, two]) await show(each, /Early\./u, /Late\./u, /An answer\./u);
  });

  it('keep a note that is being written while the other one deletes its annotation, and say so', async () => {
    const [one, two] = windows;
    const begin = async (window: KillableWindow, name: string) => {
      await editorOf(window.page).goTo(4, 5);
      const command = `policyAnnotator.${name}`;
      await window.ask({ kind: 'command', paper, command, args: [] });
    };
    await begin(one, 'editNote');
    await one.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await one.page.keyboard.press('Control+A');
    await one.page.keyboard.type('Written ');
    await begin(two, 'deleteAnnotation');
    await eventually(async () => {
      assert.match((await commentsOf(one.page).heads()).join(), /deleted meanwhile/iu);
    });
    await one.page.keyboard.type('all the same.');
    await one.page.keyboard.press('Control+Enter');
    await two.ask({ kind: 'await', paper, lines: [3] });
    await eventually(async () => {
      const [thread = []] = await commentsOf(one.page).threads();
      assert.equal(thread[0]?.text, 'Written all the same.');
    });
  });

  it(`make ${changes} changes at once: both show all, and each other’s within two seconds`, async () => {
    await code.closeWindows();
    const { folder, paper: long } = await linedPaper(changes + 2 * trials);
    const both = [await code.open(folder), await code.open(folder)] as const;
    const all = Array.from({ length: changes }, (_, index) => index + 2);
    await Promise.all(
      both.map((window, which) =>
        window.ask({
          kind: 'highlight',
          paper: long,
          lines: all.filter((line) => line % 2 === which),
          log: path.join(folder, `shown-${which}.log`),
        }),
      ),
    );
    for (const window of both) await window.ask({ kind: 'await', paper: long, lines: all });

    const waits: number[] = [];
    for (let trial = 0; trial < trials; trial += 1) {
      const [writer, reader] = trial % 2 === 0 ? both : [both[1], both[0]];
      const line = changes + 2 + trial;
      const seen = reader.ask({ kind: 'await', paper: long, lines: [line] });
      const made = await writer.ask({
        ...{ kind: 'highlight', paper: long, lines: [line] },
        log: path.join(folder, 'shown.log'),
      });
      waits.push((await seen).milliseconds - made.milliseconds);
    }
    const longest = Math.max(...waits);
    process.stdout.write(`      seen by the other window after at most ${longest.toFixed(0)} ms\n`);
    assert.ok(longest < 2000, waits.join(', '));

    await code.killHost(both[0]);
    await code.forgetState();
    const again = await code.open(folder);
    await again.ask({ kind: 'await', paper: long, lines: all });
  });
});

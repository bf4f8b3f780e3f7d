import assert from 'node:assert/strict';
import path from 'node:path';
import { commentsOf } from '../support/comments.ts';
import { editorOf } from '../support/editor.ts';
import { eventually } from '../support/eventually.ts';
import { killable, type Killable } from '../support/killable.ts';
import { linedPaper } from '../support/linedPaper.ts';
import { windowOf } from '../support/window.ts';

const lines = [2, 3, 4, 5, 6];
const later = [7, 8, 9];
const all = [...lines, ...later];

describe('annotations whose state was', () => {
  let code: Killable;
  let paper: string;
  let folder: string;
  let earlier: string;
  let whole: string;

  before(async () => {
    code = await killable();
    await code.start();
    ({ folder, paper } = await linedPaper(20));
    const log = path.join(folder, 'shown.log');
    const window = await code.open(folder);
    await window.ask({ kind: 'highlight', paper, lines, log });
    earlier = await stateWith(lines.length);
    await window.ask({ kind: 'highlight', paper, lines: later, log });
    whole = await stateWith(all.length);
    await code.killHost(window);
    await code.closeWindows();
  });
  after(() => code.end());

  for (const [what, spoiled] of [
    ['emptied', () => '{}'],
    ['filled with junk', () => whole.replaceAll(/"annotations":\[/gu, '"annotations":["junk",')],
    ['replaced by what is no state', () => '"junk"'],
    ['set back to an earlier time', () => earlier],
  ] as const) {
    it(`${what} are all there`, async () => {
      await code.states(spoiled);
      const again = await code.open(folder);
      await again.ask({ kind: 'await', paper, lines: all });
      await code.killHost(again);
      await code.closeWindows();
    });
  }

  it('written by a newer version are shown, with a message, and not changed', async () => {
    const newer = whole.replaceAll(/"schemaVersion":\d+/gu, '"schemaVersion":99');
    await code.states(() => newer);
    const again = await code.open(folder);
    await again.ask({ kind: 'await', paper, lines: all });
    await eventually(async () => {
      const messages = await windowOf(again.page).notifications();
      assert.ok(
        messages.some((text) => text.includes('newer version')),
        messages.join('; '),
      );
    });
    await again.ask({ kind: 'highlight', paper, lines: [12], log: path.join(folder, 'newer.log') });
    const { seen } = await again.ask({ kind: 'see', paper, lines: [...all, 12] });
    assert.deepEqual(seen, all);
    // What is written all the same stays in its editor.
    await editorOf(again.page).goTo(3, 5);
    await again.ask({ kind: 'command', paper, command: 'policyAnnotator.editNote', args: [] });
    await again.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await again.page.keyboard.type('Kept.');
    await again.page.keyboard.press('Control+Enter');
    await eventually(async () => {
      const messages = await windowOf(again.page).notifications();
      assert.match(messages.join('; '), /Update it to change them/u);
      const [thread = []] = await commentsOf(again.page).threads();
      assert.equal(thread[0]?.text, 'Kept.');
    });
    await code.killHost(again);
    await code.closeWindows();
    const [state = ''] = await code.states();
    assert.match(state, /"schemaVersion":99/u);
  });

  it('emptied can be undone all the same', async () => {
    await code.states(() => '{}');
    const again = await code.open(folder);
    await again.ask({ kind: 'await', paper, lines: all });
    const command = 'policyAnnotator.undoAnnotationChange';
    await again.ask({ kind: 'command', paper, command, args: [] });
    const { seen } = await again.ask({ kind: 'see', paper, lines: later });
    assert.deepEqual(seen, later.slice(0, -1));
  });

  /** The browser writes a state some time after it is told to. */
  function stateWith(annotations: number): Promise<string> {
    return eventually(async () => {
      const [state = '{}'] = await code.states();
      assert.equal(annotationsIn(state), annotations);
      return state;
    }, 30_000);
  }
});

function annotationsIn(state: string): number {
  const values = Object.entries(JSON.parse(state) as Readonly<Record<string, unknown>>);
  return values.reduce((sum, [key, value]) => {
    const isRecord = key.startsWith('policyAnnotator.paper:');
    return isRecord ? sum + (value as { annotations: unknown[] }).annotations.length : sum;
  }, 0);
}

import assert from 'node:assert/strict';
import path from 'node:path';
import { killable, type Killable } from '../support/killable.ts';
import { linedPaper } from '../support/linedPaper.ts';

const lines = [2, 3, 4, 5, 6];
const later = [7, 8, 9];

describe('annotations whose state was', () => {
  let code: Killable;
  before(async () => {
    code = await killable();
    await code.start();
  });
  after(() => code.end());

  for (const [what, spoil] of [
    ['emptied', () => '{}'],
    [
      'filled with junk',
      (state: string) => state.replaceAll(/"annotations":\[/gu, '"annotations":["junk",'),
    ],
    ['replaced by what is no state', () => '"junk"'],
    ['set back to an earlier time', (_: string, earlier: string) => earlier],
  ] as const) {
    it(`${what} are all there`, async () => {
      const { folder, paper } = await linedPaper(20);
      const log = path.join(folder, 'shown.log');
      const window = await code.open(folder);
      await window.ask({ kind: 'highlight', paper, lines, log });
      await settled();
      const [earlier = ''] = await code.states();
      await window.ask({ kind: 'highlight', paper, lines: later, log });
      await settled();
      await code.killHost(window);
      await code.closeWindows();
      const before = await code.states((state) => spoil(state, earlier));
      assert.ok(before.some((state) => state.includes('policyAnnotator.paper')));
      const again = await code.open(folder);
      await again.ask({ kind: 'await', paper, lines: [...lines, ...later] });
      await code.forgetState();
    });
  }

  /** The browser writes a state some time after it is told to. */
  function settled(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 8000));
  }
});

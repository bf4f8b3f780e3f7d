import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const file = 'quiet-ports.md';
const quote = 'Fees were set for pilots and tugs in one sitting';
const title = '# Quiet Ports\n\n';
const annotated = `${title}The board met in March, in the old customs house.\n\n${quote}. Nobody asked the fishermen.\n\nThe minutes are public.\n`;
/** The passage stands twice, with the same words around it. */
const twins = `${title}## Before\n\nA new edition.\n\n${quote}. Nobody asked the fishermen.\n\n## Afterwards\n\nA year passed without a word.\n\n${quote}. Nobody asked the fishermen.\n\nThat was all.\n`;
const reworded = `${title}The board met in March, in the old customs house.\n\nFees for pilots and tugs were both set in a single sitting. Nobody asked the fishermen.\n\nThe minutes are public.\n`;

describe('orphans', () => {
  let workbench: Workbench;
  const tree = () => workbench.tree('Annotations');
  const write = (text: string) => writeFile(path.join(workbench.folder, file), text);

  before(async () => {
    workbench = await openWorkbench();
    await write(annotated);
    await workbench.quickInput.openFile(file);
    await workbench.editor.selectText(quote);
    await workbench.quickInput.runCommand('Policy Annotator: Highlight Selection');
    await eventually(async () => {
      assert.deepEqual(await tree().labels(), ['Quiet Ports', `  ${quote}`]);
    });
    await write(twins);
  });
  after(() => workbench.close());

  async function highlightedLines(): Promise<readonly string[]> {
    const marks = await workbench.editor.decorations();
    return marks.filter(({ kind }) => kind === 'background').map(({ text }) => text);
  }
  const isOrphan = () =>
    eventually(async () => {
      assert.deepEqual((await tree().labels()).slice(0, 2), ['Passage not found', `  ${quote}`]);
    });

  it('show what comes into question below them, and each place on a click', async () => {
    await isOrphan();
    await tree().expand(quote);
    await eventually(async () => {
      const rows = (await tree().rows()).slice(2);
      assert.deepEqual(rows.map(({ label, level }) => [label, level]).toSorted(), [
        ['Ln 13 · Afterwards', 3],
        ['Ln 7 · Before', 3],
      ]);
      for (const { description } of rows) assert.match(description, /^\d+ % · Fees were set for/u);
    });
    const rows = workbench.page.locator('[role=tree][aria-label^="Annotations"] [aria-level="3"]');
    const lines = new Set<string>();
    for (const row of await rows.all()) {
      await row.click();
      await eventually(async () => {
        const position = await workbench.editor.position();
        assert.match(position, /^Ln (?:7|13),/u);
        assert.ok(!lines.has(position));
        lines.add(position);
      });
    }
    assert.equal(lines.size, 2);
  });

  it('are attached by keyboard alone, each place shown on the way, and undone', async () => {
    await workbench.quickInput.runCommand(
      'Policy Annotator: Find Passages of Orphaned Annotations…',
    );
    await eventually(async () => {
      assert.equal(await workbench.quickInput.title(), `Note on “${quote}” (1/1)`);
    });
    const offered = await workbench.quickInput.items();
    const late = offered.findIndex(({ description }) => description.endsWith('Ln 13 · Afterwards'));
    assert.ok(late === 0 || late === 1);
    // The list begins with its first line, so this goes over one of the two and ends on the other.
    await workbench.press(...(late === 0 ? ['ArrowDown', 'ArrowUp'] : ['ArrowDown']));
    await eventually(async () => {
      assert.match(await workbench.editor.position(), /^Ln 13,/u);
    });
    await workbench.press('Enter');
    await eventually(async () => {
      assert.deepEqual(await tree().labels(), ['Quiet Ports', `  ${quote}`]);
      assert.deepEqual(await highlightedLines(), [quote]);
    });
    await workbench.quickInput.runCommand('Policy Annotator: Undo Annotation Change');
    await isOrphan();
  });

  it('are not attached all at once where that would be a guess', async () => {
    await workbench.quickInput.runCommand(
      'Policy Annotator: Attach Orphans That Have a Likely Passage',
    );
    await eventually(async () => {
      const [message = ''] = await workbench.window.notifications();
      assert.match(message, /^No orphan has a passage that is at least 85 % like it/u);
    });
    await isOrphan();
  });

  it('find a passage by themselves that was only reworded, and say what it was', async () => {
    await write(reworded);
    await eventually(async () => {
      assert.equal((await tree().labels())[0], 'Quiet Ports');
    });
    const hover = await workbench.editor.hover('both set in a single');
    assert.match(
      hover,
      /passage changed since\s+Changes: Fees were set for pilots and tugs were both set in one a single/u,
    );
  });
});

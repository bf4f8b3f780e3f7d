import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const older = `# Quiet Ports, 2023

## Key Points

- Dredging is cheaper than waiting.
- Pilots are few.

## Findings

Fees were set for pilots and tugs in one sitting. Nobody asked the fishermen about it.

The minutes are public.
`;

const newer = `# Quiet Ports, 2024

## Key Points

- Dredging is far cheaper than waiting.
- Tugs are old.

## Findings

A year has passed since the last report.

Fees were set for pilots and tugs in one sitting. Nobody asked the fishing villages about it.
`;

describe('two editions of a paper', () => {
  let workbench: Workbench;
  const tree = () => workbench.tree('Comparison');

  const highlighted = async () => {
    const marks = await workbench.editor.decorations();
    return marks.filter(({ kind }) => kind === 'background').map(({ text }) => text);
  };

  before(async () => {
    workbench = await openWorkbench();
    await writeFile(path.join(workbench.folder, 'older.md'), older);
    await writeFile(path.join(workbench.folder, 'newer.md'), newer);
    await workbench.quickInput.openFile('older.md');
    for (const quote of [
      'set for pilots',
      'Nobody asked the fishermen about it',
      'minutes are public',
    ]) {
      await workbench.editor.selectText(quote);
      await workbench.quickInput.runCommand('Policy Annotator: Highlight Selection');
      await eventually(async () => {
        assert.ok((await highlighted()).includes(quote));
      });
    }
    await workbench.quickInput.openFile('newer.md');
  });
  after(() => workbench.close());

  it('are compared: what became of notes and key points', async () => {
    await workbench.quickInput.runCommand('Policy Annotator: Compare with Earlier Edition…');
    await workbench.quickInput.choose('Quiet Ports, 2023');
    await eventually(async () => {
      assert.deepEqual(await tree().labels(), [
        'Lost passages',
        '  minutes are public',
        'Changed passages',
        '  Nobody asked the fishermen about it',
        'Unchanged passages',
        'New key points',
        '  Tugs are old.',
        'Removed key points',
        '  Pilots are few.',
        'Changed key points',
        '  Dredging is far cheaper than waiting.',
      ]);
    });
    assert.match(
      await tree().hover('Nobody asked the fishermen about it'),
      /fishermen fishing villages/u,
    );
    await tree().click('Nobody asked the fishermen about it');
    await eventually(async () => {
      assert.match(await workbench.editor.position(), /^Ln 12,/u);
    });
  });

  it('hand notes over one by one, and all that are left', async () => {
    await tree().rowAction('Nobody asked the fishermen about it', 'Carry Over');
    await eventually(async () => {
      assert.deepEqual(await highlighted(), ['Nobody asked the fishing villages about it']);
    });
    await tree().titleAction('Carry Over All Notes');
    await eventually(async () => {
      assert.deepEqual(await highlighted(), [
        'set for pilots',
        'Nobody asked the fishing villages about it',
      ]);
      const carried = (await tree().rows()).filter(
        ({ description }) => description === 'carried over',
      );
      assert.equal(carried.length, 1);
    });
  });

  it('show how their texts differ', async () => {
    await tree().titleAction('Show Differences of the Texts');
    await eventually(async () => {
      assert.match(await workbench.window.activeTab(), /newer\.md: compared with older\.md/u);
    });
  });

  it('are put away', async () => {
    await tree().titleAction('Close Comparison');
    await eventually(async () => {
      const headers = await workbench.page.locator('.sidebar .pane-header h3').allInnerTexts();
      assert.ok(!headers.some((header) => /comparison/iu.test(header)), headers.join());
    });
  });
});

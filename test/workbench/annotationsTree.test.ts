import assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const grid = 'grid-resilience-brief.md';

describe('the Annotations view', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ folder: 'samples' });
    await workbench.quickInput.openFile(grid);
    for (const quote of ['Lines fail before plants do', 'spare parts, not generation']) {
      await workbench.editor.selectText(quote);
      await workbench.quickInput.runCommand('Policy Annotator: Highlight');
      await eventually(async () => {
        const marks = await workbench.editor.decorations();
        assert.ok(marks.some(({ kind, text }) => kind === 'background' && text === quote));
      });
    }
  });
  after(() => workbench.close());

  const tree = () => workbench.tree('Annotations');
  const see = (labels: readonly string[]) =>
    eventually(async () => {
      assert.deepEqual(await tree().labels(), labels);
    });

  it('lists annotations below their paper, in the order of the text', async () => {
    await see([
      'Keeping the Lights On: Grid Resilience for Small Island States',
      '  spare parts, not generation',
      '  Lines fail before plants do',
    ]);
    await eventually(async () => {
      assert.equal(await tree().description(), 'by paper');
    });
  });

  it('sorts by date on demand', async () => {
    await tree().click('Lines fail before plants do');
    await tree().contextMenu('Lines fail before plants do');
    await workbench.menus.choose('Change Category…');
    await workbench.quickInput.choose('C  Claim');
    await tree().titleAction('Sort Annotations by Date');
    await see([
      'Keeping the Lights On: Grid Resilience for Small Island States',
      '  Lines fail before plants do',
      '  spare parts, not generation',
    ]);
    await eventually(async () => {
      assert.equal(await tree().description(), 'by paper · newest first');
    });
  });

  it('groups by category, and remembers it over a reload', async () => {
    await tree().titleAction('Group By');
    await workbench.menus.choose('Group Annotations by Category');
    const grouped = [
      'Evidence',
      '  spare parts, not generation',
      'Claim',
      '  Lines fail before plants do',
    ];
    await see(grouped);
    await workbench.reload();
    await see(grouped);
  });

  it('filters by category, says so, and can be cleared', async () => {
    await tree().titleAction('Filter Annotations');
    await workbench.quickInput.choose('C  Claim');
    await workbench.quickInput.accept();
    await see(['Claim', '  Lines fail before plants do']);
    await eventually(async () => {
      assert.equal(await tree().message(), 'Filter: Claim – 1 of 2');
    });
    await tree().titleAction('Clear Annotation Filter');
    await eventually(async () => {
      assert.equal((await tree().labels()).length, 4);
    });
  });

  it('filters by words', async () => {
    await tree().titleAction('Filter Annotations');
    await workbench.quickInput.choose('Words…');
    await workbench.quickInput.accept();
    await eventually(async () => {
      assert.equal(await workbench.quickInput.isOpen(), true);
      await workbench.quickInput.type('spare');
    });
    await workbench.quickInput.accept();
    await see(['Evidence', '  spare parts, not generation']);
    await tree().titleAction('Clear Annotation Filter');
  });

  it('reveals the passage on a click', async () => {
    await workbench.quickInput.openFile(grid);
    await workbench.editor.goTo(1);
    await tree().click('Lines fail before plants do');
    await eventually(async () => {
      assert.match(await workbench.editor.position(), /^Ln 35,/u);
    });
  });

  it('keeps an orphan below a node of its own', async () => {
    await workbench.editor.select(35, 1, 36, 1);
    await workbench.press('Delete');
    await workbench.editor.save();
    await eventually(async () => {
      const labels = await tree().labels();
      assert.deepEqual(labels.slice(-2), ['Passage not found', '  Lines fail before plants do']);
    });
    const menu = await tree().contextMenu('Lines fail before plants do');
    assert.ok(menu.some((entry) => entry.startsWith('Attach') || entry.startsWith('Re-attach')));
    await workbench.menus.close();
  });
});

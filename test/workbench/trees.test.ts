import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const rivers = 'river-compacts-web-capture.txt';
const grid = 'grid-resilience-brief.md';
const gridTitle = 'Keeping the Lights On: Grid Resilience for Small Island States';

/** A paper of its own for tests that add files. */
const canals = `# Canals and Their Keepers

Tags: Canals, WATER SECURITY

## Key Points

1. Keepers are few.
2. Locks are old.

## Analysis

Some words about canals.
`;

describe('the trees of a folder of papers', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ folder: 'samples' });
  });
  after(() => workbench.close());

  describe('the Key Points view', () => {
    const labels = () => workbench.tree('Key Points').labels();
    const rowOf = async (label: string) =>
      (await workbench.tree('Key Points').rows()).find((row) => row.label.startsWith(label));
    const file = (name: string) => path.join(workbench.folder, name);

    it('lists the papers of the workspace that nobody has opened', async () => {
      await eventually(async () => {
        const rows = await workbench.tree('Key Points').rows();
        assert.deepEqual(
          rows.map(({ label, description, level }) => [label.slice(0, 24), description, level]),
          [
            ['Harbour Security After t', 'no key points', 1],
            ['Keeping the Lights On: G', '5 key points', 1],
            ['Lifeline or Habit? Ferry', '3 key points', 1],
            ['Meters First: Charging f', '3 key points', 1],
            ['Regional Policy Paper: R', '7 key points', 1],
            ['Who Pays the Pilot? Fees', '3 key points', 1],
          ],
        );
      }, 30_000);
    });

    it('puts an opened paper first and unfolds it, numbers kept', async () => {
      await workbench.quickInput.openFile(grid);
      await eventually(async () => {
        const rows = await workbench.tree('Key Points').rows();
        assert.equal(rows[0]?.label, gridTitle);
        assert.equal(rows[0].icon.includes('codicon-book'), true);
        assert.deepEqual(
          rows.slice(1, 3).map(({ label, description, level }) => [label, description, level]),
          [
            ['Key Points', '5', 2],
            [
              '1. The median outage lasted eleven days; on feeders with pre-positioned transformers it…',
              '',
              3,
            ],
          ],
        );
      });
    });

    it('shows the full text of a point on hover', async () => {
      const label =
        '1. The median outage lasted eleven days; on feeders with pre-positioned transformers it…';
      // A row that the pointer rested on before may still show what it says.
      await eventually(async () => {
        const shown = await workbench.tree('Key Points').hover(label);
        assert.match(shown, /transformers it lasted four\./);
      });
    });

    it('nests sections', async () => {
      await workbench.tree('Key Points').expand('Sections');
      await workbench.tree('Key Points').expand('What fails, and when');
      assert.ok((await labels()).includes('      Table 1. Outages and parts, 2021–2023'));
    });

    it('keeps what is folded folded while the paper changes', async () => {
      await workbench.tree('Key Points').collapse('Recommendations');
      await workbench.editor.goTo(26, 4);
      await workbench.editor.type('Indeed: ');
      await eventually(async () => {
        assert.ok(await rowOf('1. Indeed: The median outage'));
      });
      assert.equal((await rowOf('Recommendations'))?.expanded, false);
      await workbench.press('Control+Z');
    });

    it('reveals a point of a paper that is not open, without taking the focus', async () => {
      await workbench
        .tree('Key Points')
        .expand(
          'Regional Policy Paper: River Compacts and the Cost of Waiting: Options for the Upper Basin…',
        );
      await workbench.tree('Key Points').click('Outside powers fund studies, seldom works.');
      await eventually(async () => {
        assert.equal(await workbench.window.activeTab(), rivers);
        assert.match(await workbench.editor.position(), /^Ln 42,/);
      });
    });

    it('lists a paper that comes from outside, and forgets it when it goes', async () => {
      await mkdir(file('new'));
      await writeFile(file('new/canals.md'), canals);
      await eventually(async () => {
        assert.equal((await rowOf('Canals and Their Keepers'))?.description, '2 key points');
      }, 20_000);
      await rename(file('new'), file('moved'));
      await writeFile(file('moved/canals.md'), canals.replace('2. Locks are old.\n', ''));
      await eventually(async () => {
        assert.equal((await rowOf('Canals and Their Keepers'))?.description, '1 key point');
      }, 20_000);
      await rm(file('moved'), { recursive: true });
      await eventually(async () => {
        assert.equal(await rowOf('Canals and Their Keepers'), undefined);
      }, 20_000);
    });

    it('leaves out what the settings exclude', async () => {
      assert.ok(await rowOf('Harbour Security'));
      await workbench.changeSettings({
        'policyAnnotator.papers.exclude': { '**/harbour*': true },
        'search.exclude': { '**/*.none': true },
      });
      await eventually(async () => {
        assert.equal(await rowOf('Harbour Security'), undefined);
      }, 20_000);
    });
  });

  describe('the Tags view', () => {
    it('lists tags with counts, and acronyms with the meaning that the paper defines', async () => {
      await eventually(async () => {
        const rows = await workbench.tree('Tags').rows();
        const described = new Map(rows.map(({ label, description }) => [label, description]));
        assert.equal(described.get('Energy'), '1');
        assert.equal(described.get('UBS'), 'Upper Basin States · 1');
        assert.equal(described.get('northern republic'), 'also “Northern Republic” · 1');
      }, 30_000);
    });

    it('leads from a tag to the paper that carries it', async () => {
      await workbench.tree('Tags').expand('Energy');
      await workbench.tree('Tags').click(gridTitle);
      await eventually(async () => {
        assert.equal(await workbench.window.activeTab(), grid);
        assert.match(await workbench.editor.position(), /^Ln 11,/);
      });
    });

    it('tells an analyst’s tag from the publisher’s by its icon', async () => {
      await workbench.editor.selectText('spare parts, not generation');
      await workbench.quickInput.runCommand('Policy Annotator: Highlight');
      await workbench.tree('Annotations').contextMenu('spare parts, not generation');
      await workbench.menus.choose('Change Tags…');
      await workbench.quickInput.choose('Energy');
      await workbench.quickInput.accept();
      await eventually(async () => {
        const rows = await workbench.tree('Tags').rows();
        const tags = rows
          .filter(({ label, level }) => level === 1 && label === 'Energy')
          .map(({ label, icon }) => `${label} ${/codicon-(?:tag|account)/.exec(icon)?.[0] ?? ''}`);
        assert.deepEqual(tags, ['Energy codicon-account', 'Energy codicon-tag']);
      });
    });
  });
});

describe('the views of an empty folder', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  it('say what to do, with a button', async () => {
    await eventually(async () => {
      const welcome = await workbench.tree('Key Points').welcome();
      assert.match(welcome, /No papers were found/);
      assert.match(welcome, /Scan Workspace for Papers/);
      assert.match(await workbench.tree('Tags').welcome(), /No paper carries a tag yet/);
      assert.match(await workbench.tree('Annotations').welcome(), /There are no annotations yet/);
    }, 20_000);
  });
});

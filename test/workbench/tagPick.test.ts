import assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('choosing tags', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'samples' });
    await workbench.quickInput.openFile('grid-resilience-brief.md');
    await workbench.editor.selectText('median outage');
    await workbench.press('Control+Alt+H');
    await eventually(async () => {
      const marks = await workbench.editor.decorations();
      assert.ok(marks.some(({ kind, text }) => kind === 'background' && text === 'median outage'));
    });
  });
  after(() => workbench.close());

  async function typeTags(text: string): Promise<void> {
    await workbench.press('Control+1');
    await workbench.quickInput.runCommand('Policy Annotator: Change Tags…');
    await workbench.quickInput.type(text);
    await eventually(async () => {
      const offered = (await workbench.quickInput.items()).map(({ label }) => label);
      for (const tag of text.split(', ')) assert.ok(offered.includes(tag), offered.join());
    });
    await workbench.quickInput.accept();
    await eventually(async () => {
      assert.equal(await workbench.quickInput.isOpen(), false);
    });
  }

  async function tagsInHover(): Promise<string> {
    await workbench.press('Control+1', 'Control+K', 'Control+I');
    const hover = workbench.page.locator('.monaco-resizable-hover .monaco-hover:visible').first();
    await hover.waitFor();
    const text = await hover.innerText();
    await workbench.press('Escape');
    return text;
  }

  it('takes all that is typed with commas, the tags that the paper states included', async () => {
    await typeTags('Energy, logistics');
    await eventually(async () => {
      assert.match(await tagsInHover(), /#Energy\s·\s#logistics|#logistics\s·\s#Energy/u);
    });
  });

  it('keeps what the annotation has when more is typed', async () => {
    await typeTags('ports');
    await eventually(async () => {
      const tags = (await tagsInHover()).match(/#\w+/gu) ?? [];
      assert.deepEqual(tags.toSorted(), ['#Energy', '#logistics', '#ports']);
    });
  });
});

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const papers = 1500;
const paragraph =
  'The committee heard that repairs take longer than the storms that call for them. ';

describe('the scan of a large folder', () => {
  let source: string;
  let workbench: Workbench;

  before(async () => {
    source = await mkdtemp(path.join(tmpdir(), 'shelf-'));
    await mkdir(path.join(source, 'papers'));
    for (let n = 0; n < papers; n += 1) {
      // The file that is read last has the title that stands first in the tree.
      const text = `# Paper ${papers - n}\n\n${`${paragraph.repeat(8)}\n\n`.repeat(30)}`;
      await writeFile(path.join(source, 'papers', `${String(n).padStart(4, '0')}.md`), text);
    }
    workbench = await openWorkbench({ folder: source });
  });
  after(async () => {
    await workbench.close();
    await rm(source, { recursive: true });
  });

  it('tells how far it is, can be cancelled, and goes on when asked to', async () => {
    const tree = workbench.tree('Key Points');
    await tree.show();
    await eventually(async () => {
      assert.match(await tree.message(), /^Reading papers: \d+ of 1500 files$/u);
    });
    await tree.titleAction('Cancel Scan');
    await eventually(async () => {
      assert.match(await tree.message(), /^Scan cancelled: \d+ of 1500 files read\./u);
    });
    assert.equal(await workbench.page.getByText('Paper 1', { exact: true }).count(), 0);
    await workbench.quickInput.runCommand('Policy Annotator: Scan Workspace for Papers');
    await eventually(async () => {
      assert.equal(await tree.message(), '');
    }, 90_000);
    await workbench.page.getByText('Paper 1', { exact: true }).waitFor();
  });
});

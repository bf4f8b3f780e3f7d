import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const appeal = 'Every gift keeps this work free to read.';

function paper(title: string): string {
  return [
    '---',
    `title: ${title}`,
    'publisher: Coastal Review',
    '---',
    '',
    `# ${title}`,
    '',
    'Ports silt up where nobody counts the boats.',
    '',
    appeal,
    '',
    'Dredging once costs less than waiting twice.',
    '',
  ].join('\n');
}

describe('a role that holds for a publisher', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
    for (const name of ['one', 'two']) {
      await writeFile(path.join(workbench.folder, `${name}.md`), paper(`Paper ${name}`));
    }
  });
  after(() => workbench.close());

  const folds = async (name: string): Promise<boolean> => {
    await workbench.quickInput.openFile(name);
    await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview');
    return eventually(async () => {
      const text = await workbench.preview.text();
      assert.match(text, /Dredging once costs less/u);
      return !text.includes(appeal);
    });
  };

  it('is offered after a correction, and holds in the publisher’s other papers', async () => {
    assert.equal(await folds('two.md'), false);
    await workbench.quickInput.openFile('one.md');
    await workbench.editor.selectText(appeal);
    await workbench.quickInput.runCommand('Policy Annotator: Mark as Site Text');
    await eventually(async () => {
      const [message = ''] = await workbench.window.notifications();
      assert.equal(message, `Should “${appeal}” be read so in all papers of Coastal Review?`);
    });
    // A reading view that is open is drawn again, without being asked for.
    await workbench.quickInput.openFile('two.md');
    await workbench.quickInput.runCommand('Policy Annotator: Open Paper Preview');
    await workbench.window.notificationAction('Always for This Publisher');
    await eventually(async () => {
      assert.ok(!(await workbench.preview.text()).includes(appeal));
    });
    await eventually(async () => {
      assert.equal(await folds('two.md'), true);
    });
  });

  it('is taken back by the button of its message', async () => {
    await workbench.window.notificationAction('Undo');
    await eventually(async () => {
      assert.equal(await folds('two.md'), false);
    });
  });
});

import assert from 'node:assert/strict';
import { messagesFor, noteOn, riverCompacts, riverNotes, uri } from './riverCompacts.ts';
import { openReadingView, type ReadingView } from './readingView.ts';

const about = { uri, version: 1 };

describe('Notes in the page', () => {
  let view: ReadingView;
  const open = async (notes = riverNotes): Promise<void> => {
    view = await openReadingView();
    await view.send(...messagesFor(riverCompacts, notes));
  };
  afterEach(() => view.close());

  it('show Markdown in a note as it is meant, and HTML as the text that it is', async () => {
    await open([
      noteOn(riverCompacts, 'upstream', {
        id: 'n',
        note: '<b onclick="x()">bold</b>\nsecond *line*\n\n- [one](https://example.org/)\n- [two](javascript:x)',
      }),
    ]);
    const note = view.page.locator('.card .note');
    assert.deepEqual((await note.innerText()).split(/\n+/u), [
      '<b onclick="x()">bold</b>',
      'second line',
      'one',
      '[two](javascript:x)',
    ]);
    assert.equal(await note.locator('em').innerText(), 'line');
    await note.getByRole('link', { name: 'one' }).click();
    assert.deepEqual(
      (await view.sent('openLink')).map(({ href }) => href),
      ['https://example.org/'],
    );
  });

  it('take replies, and changes to them', async () => {
    await open();
    await view.page.locator('.card').nth(3).click();
    await view.page.getByRole('button', { name: 'Reply', exact: true }).click();
    const field = view.page.getByRole('textbox', { name: 'Reply' });
    await field.fill('And Annex C.');
    await view.page.keyboard.press('Control+Enter');
    await view.page.getByRole('button', { name: 'Edit reply' }).click();
    assert.equal(await field.inputValue(), 'Annex B, para 6.');
    await field.fill('Annex B, para 7.');
    await view.page.getByRole('button', { name: 'Save' }).click();
    await view.page.getByRole('button', { name: 'Delete reply' }).click();
    assert.deepEqual(
      (await view.sent('writeReply')).map(({ id, reply, text, before }) => [
        id,
        reply,
        text,
        before,
      ]),
      [
        ['n4', null, 'And Annex C.', ''],
        ['n4', 'r1', 'Annex B, para 7.', 'Annex B, para 6.'],
        ['n4', 'r1', '', undefined],
      ],
    );
  });

  it('take an unsaved reply up again after a reload', async () => {
    await open();
    await view.page.locator('.card').nth(3).click();
    await view.page.getByRole('button', { name: 'Reply', exact: true }).click();
    await view.page.keyboard.type('Unsaved');
    const kept = await view.kept();
    await view.close();
    view = await openReadingView({ kept });
    await view.send(...messagesFor(riverCompacts, riverNotes));
    assert.equal(await view.page.getByRole('textbox', { name: 'Reply' }).inputValue(), 'Unsaved');
  });

  it('are written in place: Ctrl+Enter saves, Escape gives up', async () => {
    await open();
    await view.send({ type: 'selectAnnotation', ...about, id: 'n1', edit: true });
    const field = view.page.getByRole('textbox', { name: 'Note' });
    assert.equal(await field.inputValue(), 'Check against the 2023 communiqué.');
    await field.fill('Checked.\nTwice.');
    await view.page.keyboard.press('Control+Enter');
    const before = 'Check against the 2023 communiqué.';
    assert.deepEqual(await view.sent('editAnnotation'), [
      { type: 'editAnnotation', ...about, id: 'n1', edit: { note: 'Checked.\nTwice.' }, before },
    ]);
    assert.equal(await field.count(), 0);
    await view.page.getByRole('button', { name: 'Edit note' }).click();
    await field.fill('Never mind.');
    await view.page.keyboard.press('Escape');
    assert.equal(await field.count(), 0);
    assert.equal((await view.sent('editAnnotation')).length, 1);
  });

  it('keep what is being written, the caret too, when annotations change around it', async () => {
    await open();
    await view.send({ type: 'selectAnnotation', ...about, id: 'n2', edit: true });
    await view.page.keyboard.type(' More');
    const changed = riverNotes.map((each) => ({
      ...each,
      annotation: { ...each.annotation, tags: ['new'], revision: 2 },
    }));
    await view.send({ type: 'annotationsChanged', uri, version: 1, annotations: changed });
    await view.page.keyboard.type(' words');
    assert.equal(
      await view.page.getByRole('textbox').inputValue(),
      'Plan B of the Northern ministry assumes one. More words',
    );
  });

  it('take an unsaved note up again after a reload', async () => {
    await open();
    await view.send({ type: 'selectAnnotation', ...about, id: 'n2', edit: true });
    await view.page.keyboard.type(' Unsaved');
    const kept = await view.kept();
    await view.close();
    view = await openReadingView({ kept });
    await view.send(...messagesFor(riverCompacts, riverNotes));
    assert.equal(
      await view.page.getByRole('textbox').inputValue(),
      'Plan B of the Northern ministry assumes one. Unsaved',
    );
  });

  it('wait for an annotation that is to be edited as soon as it is there', async () => {
    await open([]);
    await view.send({ type: 'selectAnnotation', ...about, id: 'n1', edit: true });
    await view.send({ type: 'annotationsChanged', ...about, annotations: riverNotes });
    assert.equal(await view.page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA');
  });
});

import assert from 'node:assert/strict';
import type { ToWebview } from '../../src/core/protocol.ts';
import { messagesFor, noteOn, riverCompacts, riverNotes, uri } from './riverCompacts.ts';
import { openReadingView, type ReadingView } from './readingView.ts';

const about = { uri, version: 1 };
const deleted = 'Deleted meanwhile. Save to bring it back, or cancel to let it go.';

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

  it('stay unsaved while the page shows another paper, and through more than one reload', async () => {
    const elsewhere = (message: ToWebview) =>
      'uri' in message ? { ...message, uri: 'file:///papers/other.txt' } : message;
    await open();
    await view.send({ type: 'selectAnnotation', ...about, id: 'n2', edit: true });
    await view.page.keyboard.type(' Unsaved');
    await view.send(...messagesFor(riverCompacts, riverNotes).map(elsewhere));
    assert.equal(await view.page.getByRole('textbox').count(), 0);
    for (let reload = 0; reload < 2; reload += 1) {
      const kept = await view.kept();
      await view.close();
      view = await openReadingView({ kept, height: 400 });
      await view.send(...messagesFor(riverCompacts, riverNotes));
      await view.page.mouse.wheel(0, 200);
      await view.page.waitForFunction(() => scrollY > 100);
    }
    assert.match(await view.page.getByRole('textbox').inputValue(), / Unsaved$/u);
  });

  it('wait for an annotation that is to be edited as soon as it is there', async () => {
    await open([]);
    await view.send({ type: 'selectAnnotation', ...about, id: 'n1', edit: true });
    await view.send({ type: 'annotationsChanged', ...about, annotations: riverNotes });
    assert.equal(await view.page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA');
  });

  describe('whose annotation is deleted meanwhile', () => {
    const without = (id: string) => riverNotes.filter(({ annotation }) => annotation.id !== id);
    const field = () => view.page.getByRole('textbox');
    const deleteWritten = async (text: string): Promise<void> => {
      await open();
      await view.send({ type: 'selectAnnotation', ...about, id: 'n2', edit: true });
      await view.page.keyboard.type(text);
      await view.send({ type: 'annotationsChanged', ...about, annotations: without('n2') });
    };

    it('stay with what was written, in their place, and say so', async () => {
      await deleteWritten(' More');
      await view.page.keyboard.type(' words');
      const card = view.page.locator('.card.open');
      assert.equal(await card.getByRole('alert').innerText(), deleted);
      assert.equal(await view.page.locator('mark.selected').count(), 1);
      const mark = await view.page.locator('mark.selected').boundingBox();
      assert(Math.abs(((await card.boundingBox())?.y ?? 0) - (mark?.y ?? 0)) < 60);
      const text = 'Plan B of the Northern ministry assumes one. More words';
      assert.equal(await field().inputValue(), text);
      await view.page.keyboard.press('Control+Enter');
      assert.equal((await view.sent('editAnnotation'))[0]?.edit.note, text);
      await view.send({ type: 'annotationsChanged', ...about, annotations: riverNotes });
      assert.equal(
        await view.page.evaluate(() => document.activeElement?.getAttribute('data-id')),
        'n2',
      );
    });

    it('go when they are given up, or nothing was written', async () => {
      await deleteWritten(' More');
      await view.page.keyboard.press('Escape');
      assert.equal(await view.page.locator('.card').count(), riverNotes.length - 1);
      assert.equal(await view.page.locator('mark[data-ids~=n2]').count(), 0);
      await view.send({ type: 'selectAnnotation', ...about, id: 'n1', edit: true });
      await field().blur();
      await view.send({ type: 'annotationsChanged', ...about, annotations: [] });
      assert.equal(await view.page.locator('.card').count(), 0);
    });

    it('are there after a reload too, apart from those that have their passage', async () => {
      await deleteWritten(' More');
      const kept = await view.kept();
      await view.close();
      view = await openReadingView({ kept });
      await view.send(...messagesFor(riverCompacts, without('n2')));
      const lost = view.page.getByRole('region', { name: 'Notes whose passage was not found' });
      assert.equal(await lost.getByRole('alert').innerText(), deleted);
      assert.match(await lost.getByRole('textbox').inputValue(), / More$/u);
    });
  });

  it('keep a reply that is being written and was deleted meanwhile', async () => {
    await open();
    await view.page.locator('.card').nth(3).click();
    await view.page.getByRole('button', { name: 'Edit reply' }).click();
    await view.page.keyboard.type(' And 7.');
    const changed = riverNotes.map((each) => ({
      ...each,
      annotation: { ...each.annotation, replies: [], revision: 2 },
      replyHtml: [],
    }));
    await view.send({ type: 'annotationsChanged', ...about, annotations: changed });
    assert.equal(
      await view.page.locator('.reply').innerText(),
      'Reply deleted meanwhile. Save to bring it back.',
    );
    assert.equal(await view.page.getByRole('textbox').inputValue(), 'Annex B, para 6. And 7.');
  });

  it('come back into their card if they could not be stored', async () => {
    await open();
    const written = { id: 'n1', writing: { what: 'note' }, text: 'Refused.', before: '' } as const;
    await view.send({ type: 'writingRefused', ...about, ...written });
    assert.equal(await view.page.getByRole('textbox').inputValue(), 'Refused.');
    assert.equal(await view.page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA');
  });
});

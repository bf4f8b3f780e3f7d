import assert from 'node:assert/strict';
import { stackCards } from '../../src/webview/cardLayout.ts';
import { openReadingView, type ReadingView } from './readingView.ts';
import { messagesFor, noteOn, riverCompacts, riverNotes, uri } from './riverCompacts.ts';

const about = { uri, version: 1 };

describe('stackCards', () => {
  const cards = [10, 20, 30, 400].map((wanted) => ({ wanted, height: 50 }));

  it('pushes cards down in their order, and no further than needed', () => {
    assert.deepEqual(stackCards(cards, -1), [10, 70, 130, 400]);
  });
  it('leaves the open card at its place, and makes room above it', () => {
    const spaced = [100, 110, 150, 400].map((wanted) => ({ wanted, height: 30 }));
    assert.deepEqual(stackCards(spaced, 2), [70, 110, 150, 400]);
  });
  it('moves the open card down where there is no room above', () => {
    assert.deepEqual(stackCards(cards, 2), [0, 60, 120, 400]);
  });
});

describe('Note cards', () => {
  let view: ReadingView;
  const open = async (width: number, notes = riverNotes): Promise<void> => {
    view = await openReadingView({ width });
    await view.send(...messagesFor(riverCompacts, notes));
  };
  const boxes = () =>
    view.page
      .locator('.card')
      .evaluateAll((cards) =>
        cards
          .map((card) => card.getBoundingClientRect())
          .map(({ top, bottom, left, right }) => ({ top, bottom, left, right })),
      );
  afterEach(() => view.close());

  const crowded = [
    'The three',
    'upstream',
    'governments',
    'moved',
    'ad-hoc',
    'meetings',
    'standing',
  ].map((quote, at) =>
    noteOn(riverCompacts, quote, {
      id: `c${at}`,
      note: 'A note of some length that takes two lines.',
    }),
  );

  it('say on which page their passage is, where there are pages', async () => {
    await open(1240, [{ ...noteOn(riverCompacts, 'upstream', { id: 'p' }), page: 'iv' }]);
    assert.match(await view.page.locator('.card .top').innerText(), /Evidence\s*·?\s*p\. iv/u);
  });

  for (const width of [1240, 620]) {
    it(`never overlap, at ${width} pixels`, async () => {
      await open(width, crowded);
      for (const id of [null, 'c0', 'c3', 'c6']) {
        if (id !== null) await view.send({ type: 'selectAnnotation', ...about, id, edit: true });
        const all = await boxes();
        all.slice(1).forEach(({ top }, at) => {
          assert(top >= (all[at]?.bottom ?? 0), `card ${at + 1} with ${id ?? 'none'} open`);
        });
      }
    });
  }

  it('stand beside their passages where the page is wide', async () => {
    await open(1240);
    const marks = await view.page
      .locator('mark[data-starts]')
      .evaluateAll((all) => all.map((mark) => mark.getClientRects()[0]?.top ?? 0));
    const cards = await boxes();
    const far = cards.filter(({ top }, at) => Math.abs(top - (marks[at] ?? 0)) > 90);
    assert.deepEqual(far, []);
    const text = await view.page.locator('main').boundingBox();
    assert(cards.every(({ left }) => left > (text?.x ?? 0) + (text?.width ?? 0)));
  });

  it('come below the block of their passage where the page is narrow, and cover no text', async () => {
    await open(620);
    const cards = await boxes();
    const lines = await view.page.evaluate(() =>
      [...document.querySelectorAll('.paper [data-range]:not(.part):not(tbody):not(tr)')].flatMap(
        (block) => {
          const range = document.createRange();
          range.selectNodeContents(block);
          return [...range.getClientRects()].map(({ top, bottom }) => ({ top, bottom }));
        },
      ),
    );
    const covered = lines.filter(
      (line) =>
        line.bottom > line.top &&
        cards.some((card) => line.top < card.bottom - 1 && line.bottom > card.top + 1),
    );
    assert.deepEqual(covered, []);
    const block = await view.page.locator('.summary p').boundingBox();
    assert(Math.abs((cards[0]?.top ?? 0) - (block?.y ?? 0) - (block?.height ?? 0)) < 30);
  });

  it('say all that there is to a note', async () => {
    await open(1240);
    assert.deepEqual(
      (await view.page.locator('.card').nth(3).innerText())
        .split('\n')
        .filter((line) => line !== ''),
      [
        '?',
        'Question',
        'Jan 1',
        'Passage changed since: The 2021 protocol created a small secretariat',
        'Who votes the budget line?',
        'R. Osei',
        'Annex B, para 6.',
      ],
    );
    assert.match(await view.page.locator('.card').nth(2).innerText(), /Claim\s+moderate/);
  });

  it('ask for category, tags and status in the pick lists, and for deletion', async () => {
    await open(1240);
    await view.page.locator('.card').first().click();
    await view.page.getByRole('button', { name: /^Evidence.*change category$/ }).click();
    await view.page.getByRole('button', { name: '+ tag' }).click();
    await view.page.getByRole('button', { name: 'Status open: change' }).click();
    await view.page.getByRole('button', { name: 'Delete' }).click();
    assert.deepEqual(
      (await view.sent('pickForAnnotation')).map(({ id, what }) => [id, what]),
      [
        ['n1', 'category'],
        ['n1', 'tags'],
        ['n1', 'status'],
      ],
    );
    assert.deepEqual(await view.sent('deleteAnnotation'), [
      { type: 'deleteAnnotation', ...about, id: 'n1' },
    ]);
  });

  it('stand apart, with their quote, when the passage is lost', async () => {
    await open(1240, [
      ...riverNotes,
      noteOn(riverCompacts, 'words that are gone', { id: 'lost', note: 'Where is it?' }),
    ]);
    const lost = view.page.getByRole('region', { name: 'Notes whose passage was not found' });
    assert.match(await lost.innerText(), /“words that are gone”\s+Where is it\?/);
    await view.page.getByText('1 note has no passage').click();
    assert.equal(
      await view.page
        .locator('.orphans')
        .evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight + 100),
      true,
    );
  });
});

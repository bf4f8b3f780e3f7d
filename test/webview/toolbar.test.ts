import assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { selectTextIn } from '../support/textSelection.ts';
import { openReadingView, type ReadingView } from './readingView.ts';
import { messagesFor, noteOn, riverCompacts, riverNotes, uri } from './riverCompacts.ts';

const quote = 'ad-hoc meetings to a standing commission';
const start = riverCompacts.text.indexOf(quote);
const range = { start, end: start + quote.length };
const about = { uri, version: 1 };

describe('The selection toolbar', () => {
  let view: ReadingView;
  const select = async (from: string, to = from): Promise<void> => {
    await selectTextIn(view.page, view.page.mainFrame(), from, to);
    await view.page.getByRole('toolbar').waitFor();
  };
  beforeEach(async () => {
    view = await openReadingView({ height: 700 });
    await view.send(...messagesFor(riverCompacts, []));
  });
  afterEach(() => view.close());

  it('highlights in the category whose letter is pressed', async () => {
    await select(quote);
    await view.page.getByRole('button', { name: 'Highlight as Disputed' }).click();
    assert.deepEqual(await view.sent('createAnnotation'), [
      { type: 'createAnnotation', ...about, ...range, category: 'disputed', then: 'nothing' },
    ]);
    await view.page.getByRole('toolbar').waitFor({ state: 'hidden' });
  });

  it('goes when a key made a note of what is selected, not when of something else', async () => {
    const made = (words: string, id: string) => [
      ...messagesFor(riverCompacts, [noteOn(riverCompacts, words, { id })]).filter(
        ({ type }) => type === 'annotationsChanged',
      ),
      { type: 'selectAnnotation', ...about, id, edit: false } as const,
    ];
    await select(quote);
    await view.send(...made('Outside powers', 'other'));
    await view.page.locator('.card.open').waitFor();
    assert.ok(await view.page.getByRole('toolbar').isVisible());
    await view.send(...made(quote, 'same'));
    await view.page.getByRole('toolbar').waitFor({ state: 'hidden' });
    assert.equal(await view.page.evaluate(() => getSelection()?.toString()), '');
  });

  it('asks for a note, for tags, or for the quote to be copied', async () => {
    for (const name of ['Note', 'Tag', 'Copy with citation']) {
      await select(quote);
      await view.page.getByRole('toolbar').getByText(name, { exact: true }).click();
    }
    const annotations = await view.sent('createAnnotation');
    assert.deepEqual(
      annotations.map(({ category, then }) => [category, then]),
      [
        [null, 'note'],
        [null, 'tags'],
      ],
    );
    assert.deepEqual(await view.sent('copyQuote'), [{ type: 'copyQuote', ...about, ...range }]);
  });

  it('stays beside its selection, and whole, when the window gets another size', async () => {
    await select(quote);
    for (const width of [420, 900]) {
      await view.page.setViewportSize({ width, height: 700 });
      await eventually(async () => {
        const bar = await view.page.getByRole('toolbar').boundingBox();
        const line = await view.page.evaluate(() => {
          const { top, bottom } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? {};
          return { top: top ?? 0, bottom: bottom ?? 0 };
        });
        assert.ok(bar && bar.x >= 0 && bar.x + bar.width <= width);
        const distance = Math.min(
          Math.abs(bar.y - line.bottom),
          Math.abs(line.top - bar.y - bar.height),
        );
        assert.ok(distance < 12, String(distance));
      });
    }
  });

  it('is reached by Alt+F10, walked by arrows, left by Escape', async () => {
    await select(quote);
    const focused = () => view.page.evaluate(() => document.activeElement?.getAttribute('title'));
    await view.page.keyboard.press('Alt+F10');
    assert.equal(await focused(), 'Highlight (Ctrl+Alt+H)');
    await view.page.keyboard.press('ArrowRight');
    await view.page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'Highlight as Claim');
    await view.page.keyboard.press('Escape');
    assert.equal(await focused(), null);
    assert.equal(await view.page.evaluate(() => getSelection()?.toString()), quote);
    await view.page.keyboard.press('Alt+F10');
    await view.page.keyboard.press('Enter');
    assert.equal((await view.sent('createAnnotation')).at(0)?.category, 'claim');
  });

  it('serves a selection that was made without a mouse', async () => {
    await view.page.evaluate(() => {
      getSelection()?.removeAllRanges();
    });
    await view.page.locator('.summary p').evaluate((paragraph) => {
      paragraph.tabIndex = -1;
      (paragraph as HTMLElement).focus();
    });
    for (let times = 0; times < 3; times++)
      await view.page.keyboard.press('Control+Shift+ArrowRight');
    await eventually(async () => {
      const { selection } = (await view.sent('selectionChanged')).at(-1) ?? {};
      assert(selection);
      const words = riverCompacts.text.slice(selection.start, selection.end);
      assert.equal(words, 'The three upstream');
    });
    await view.page.keyboard.press('Alt+F10');
    await view.page.keyboard.press('Enter');
    assert.equal((await view.sent('createAnnotation')).length, 1);
  });

  it('never covers the selected text, wherever that is in the window', async () => {
    await view.send(...messagesFor(riverCompacts, riverNotes, 2));
    for (const words of [
      'Regional Policy Paper',
      'Outside powers',
      'Interviews',
      'Members describe',
      'The views expressed',
    ]) {
      for (const block of ['start', 'center', 'end'] as const) {
        await select(words);
        const isApart = await view.page.evaluate(async (where) => {
          const selection = getSelection()?.getRangeAt(0);
          selection?.startContainer.parentElement?.scrollIntoView({ block: where });
          document.dispatchEvent(new Event('selectionchange'));
          await new Promise((resolve) => setTimeout(resolve, 120));
          const bar = document.querySelector('.toolbar')?.getBoundingClientRect();
          return [...(selection?.getClientRects() ?? [])].every(
            (line) => bar !== undefined && (line.bottom <= bar.top || line.top >= bar.bottom),
          );
        }, block);
        assert.equal(isApart, true, `${words}, ${block}`);
      }
    }
  });

  it('selects the block under a menu that is opened without a selection', async () => {
    await view.page.getByText('Outside powers').click({ button: 'right' });
    await eventually(async () => {
      const { selection } = (await view.sent('selectionChanged')).at(-1) ?? {};
      assert(selection);
      const words = riverCompacts.text.slice(selection.start, selection.end);
      assert.equal(words, 'Outside powers fund studies, seldom works.');
    });
  });
});

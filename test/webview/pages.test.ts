import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Paper } from '../../src/core/paper/paper.ts';
import { browser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { shownAnnotation } from '../../src/core/rendering/shownAnnotation.ts';
import { placedAnnotation } from '../support/placedAnnotation.ts';
import { selectTextIn } from '../support/textSelection.ts';
import { about, pagesOf, paperOf, showPages } from './shownPages.ts';
import { openReadingView, type ReadingView } from './readingView.ts';
import { settings } from './riverCompacts.ts';

describe('the pages of a PDF', () => {
  let bytes: Uint8Array;
  let paper: Paper;
  let view: ReadingView;
  before(async () => {
    // A copy: the reader hands on the memory of what it is given.
    bytes = Uint8Array.from(await readFile('samples/ferry-subsidies.pdf'));
    paper = await paperOf(bytes);
  });
  beforeEach(async () => {
    view = await showPages(paper, bytes);
  });
  afterEach(() => view.close());

  const rangeOf = (words: string) => {
    const start = paper.text.indexOf(words);
    return { start, end: start + words.length };
  };

  it('have the marks of annotations over their text', async () => {
    const words = 'no alternative by road';
    const { start, end } = rangeOf(words);
    await view.send({
      type: 'annotationsChanged',
      ...about,
      annotations: [
        shownAnnotation(placedAnnotation({}, { start, end, score: 1, how: 'exact' }), paper),
      ],
    });
    const mark = view.page.locator('.page-marks mark');
    const text = view.page.locator('.textLayer span', { hasText: words });
    await eventually(async () => {
      const [over, below] = [await mark.boundingBox(), await text.boundingBox()];
      assert.ok(over && below);
      assert.ok(Math.abs(over.y - below.y) < 5 && over.height < below.height * 1.5);
      assert.ok(over.x > below.x + 20 && over.width < below.width && over.width > 60);
    });
  });

  it('have marks that say what they are on', async () => {
    const { start, end } = rangeOf('no alternative by road');
    const target = { exact: 'no alternative by road', prefix: '', suffix: '', start, end };
    const placed = placedAnnotation({ target }, { start, end, score: 1, how: 'exact' });
    const annotations = [shownAnnotation(placed, paper)];
    await view.send({ type: 'annotationsChanged', ...about, annotations });
    const name = 'no alternative by road (Evidence)';
    await view.page.getByRole('button', { name }).waitFor();
  });

  it('are selected by the mouse, which the host hears of as a place in the text', async () => {
    await selectTextIn(view.page, view.page.mainFrame(), 'fewer than forty', 'average day');
    await eventually(async () => {
      const selection = (await view.sent('selectionChanged')).at(-1)?.selection;
      assert.ok(selection);
      assert.equal(
        paper.text.slice(selection.start, selection.end),
        'fewer than forty people take on an average day',
      );
    });
    assert.ok(await view.page.locator('.toolbar').isVisible());
  });

  it('are selected and annotated by the keyboard alone', async () => {
    await view.page.keyboard.press('Control+Shift+ArrowRight');
    await view.page.keyboard.press('Control+Shift+ArrowRight');
    await view.page.locator('.toolbar').waitFor();
    await view.page.keyboard.press('Alt+F10');
    await view.page.keyboard.press('Enter');
    const [wish] = await view.sent('createAnnotation');
    assert.ok(wish && wish.end > wish.start);
  });

  it('become larger and sharper by a key, and give their text back at the same place', async () => {
    const canvas = view.page.locator('.pdf-page canvas').first();
    const width = () => canvas.evaluate((each: HTMLCanvasElement) => each.width);
    const before = await width();
    await view.page.keyboard.press('+');
    await eventually(async () => {
      assert.ok((await width()) > before * 1.15);
    });
    await view.send({ type: 'scrollToSource', ...about, offset: rangeOf('None of this').start });
    await eventually(async () => {
      assert.ok((await view.page.evaluate(() => scrollY)) > 800);
    });
    await view.send({ type: 'pagesChanged', ...about, pages: null });
    const heading = view.page.locator('.paper', { hasText: 'What should be done' });
    await heading.waitFor();
    assert.ok((await view.page.evaluate(() => scrollY)) > 300);
  });

  it('scroll with the window, beside their notes, when they are larger than their room', async () => {
    for (let press = 0; press < 4; press += 1) await view.page.keyboard.press('+');
    const page = view.page.locator('.pdf-page').first();
    await eventually(async () => {
      const [sheet, notes] = [
        await page.boundingBox(),
        await view.page.locator('.notes').boundingBox(),
      ];
      assert.ok(sheet && notes && sheet.x + sheet.width <= notes.x);
      const hidden = await view.page.evaluate(() => document.body.parentElement?.scrollWidth ?? 0);
      assert.ok(hidden >= notes.x + notes.width && hidden > (view.page.viewportSize()?.width ?? 0));
    });
    const end = await view.page.evaluate(() => {
      scrollTo(5000, 0);
      return scrollX;
    });
    const passage = rangeOf('no alternative by road');
    await view.send({ type: 'revealRange', ...about, ...passage, flash: false });
    await eventually(async () => {
      assert.ok((await view.page.evaluate(() => scrollX)) < end);
    });
  });

  it('and their text follow each other to the same line, however often one looks', async () => {
    await view.page.setViewportSize({ width: 900, height: 500 });
    await view.send({ type: 'pagesChanged', ...about, pages: null });
    await view.page.locator('.paper', { hasText: 'None of this' }).waitFor();
    const { start } = rangeOf('None of this');
    const look = async () => {
      await view.send(pagesOf(paper));
      const line = view.page.locator('.textLayer span', { hasText: 'None of this' });
      await eventually(async () => {
        const top = (await line.boundingBox())?.y ?? Infinity;
        assert.ok(top >= 0 && top < 60, `the line is at ${top}`);
      }, 5000);
      await view.send({ type: 'pagesChanged', ...about, pages: null });
      return view.page.evaluate(() => scrollY);
    };
    await view.send({ type: 'scrollToSource', ...about, offset: start });
    const first = await look();
    assert.ok(first > 300);
    assert.equal(await look(), first);
    assert.equal(await look(), first);
  });
});

describe('five hundred pages of a PDF', () => {
  it('are drawn only where they are seen', async () => {
    const writer = await (await browser()).newPage();
    const pages = Array.from(
      { length: 500 },
      (_, at) => `<section style="break-after: page"><h1>Sheet ${at + 1}</h1></section>`,
    );
    await writer.setContent(pages.join(''));
    const bytes = await writer.pdf();
    await writer.close();
    const source = {
      text: '',
      origins: [],
      pages: pages.map((_, at) => ({ label: String(at + 1), start: 0 })),
    };
    const view = await openReadingView({ pdf: bytes });
    await view.send({ type: 'settingsChanged', settings }, pagesOf(source as unknown as Paper));
    const canvases = view.page.locator('.pdf-page canvas');
    await canvases.first().waitFor();
    // Found where it is not drawn, the words are selected where they are drawn then.
    await eventually(async () => {
      const isFound = await view.page.evaluate(() =>
        (window as unknown as { find(words: string): boolean }).find('Sheet 250'),
      );
      assert.ok(isFound);
    });
    await view.page.locator('.textLayer', { hasText: 'Sheet 250' }).waitFor();
    await eventually(async () => {
      const place = () =>
        getSelection()?.anchorNode?.parentElement?.closest('.textLayer')?.textContent;
      assert.match((await view.page.evaluate(place)) ?? '', /Sheet 250/u);
    });
    assert.equal(await view.page.locator('.pdf-page').count(), 500);
    await view.page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    await view.page.locator('.textLayer', { hasText: 'Sheet 500' }).waitFor();
    await eventually(async () => {
      assert.ok((await canvases.count()) <= 8, String(await canvases.count()));
    });
    await view.close();
  });
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Paper } from '../../src/core/paper/paper.ts';
import type { ToWebview } from '../../src/core/protocol.ts';
import { shownAnnotation } from '../../src/core/rendering/shownAnnotation.ts';
import { eventually } from '../support/eventually.ts';
import { manyPages } from '../support/madeContent.ts';
import { madePdf } from '../support/madePdf.ts';
import { placedAnnotation } from '../support/placedAnnotation.ts';
import { openReadingView, type ReadingView } from './readingView.ts';
import { about, pagesAfterText, pagesOf, paperOf, showPages } from './shownPages.ts';

describe('the pages of a damaged PDF', () => {
  const words = 'no alternative by road';
  let whole: Uint8Array;
  let view: ReadingView;
  before(async () => {
    whole = Uint8Array.from(await readFile('samples/ferry-subsidies.pdf'));
  });
  afterEach(() => view.close());

  const marked = (paper: Paper): ToWebview => {
    const start = paper.text.indexOf(words);
    const range = { start, end: start + words.length };
    const target = { ...range, exact: words, prefix: '', suffix: '' };
    const placed = placedAnnotation({ target }, { ...range, score: 1, how: 'exact' });
    return {
      ...{ type: 'annotationsChanged', ...about },
      annotations: [shownAnnotation(placed, paper)],
    };
  };

  it('are those that its reader found, with the marks of annotations over their text', async () => {
    const cut = whole.slice(0, 0.95 * whole.length);
    const paper = await paperOf(cut.slice());
    assert.match(paper.problems[0]?.message ?? '', /a part of it is missing/);
    view = await showPages(paper, cut);
    assert.equal(await view.page.locator('.pdf-page').count(), paper.pages.length);
    await view.send(marked(paper));
    const mark = view.page.locator('.page-marks mark');
    const text = view.page.locator('.textLayer span', { hasText: words });
    await eventually(async () => {
      const [over, below] = [await mark.boundingBox(), await text.boundingBox()];
      assert.ok(over && below);
      assert.ok(Math.abs(over.y - below.y) < 5 && over.x > below.x && over.width > 60);
    });
  });

  it('have what is missing said above them, and read out once', async () => {
    const cut = whole.slice(0, 0.95 * whole.length);
    const paper = await paperOf(cut.slice());
    view = await showPages(paper, cut);
    await view.page.evaluate(() => {
      const region = document.querySelector('[aria-live]');
      if (region === null) return;
      const said: unknown[] = [];
      new MutationObserver(() => said.push(region.textContent)).observe(region, {
        childList: true,
      });
      Object.assign(window, { said });
    });
    const notices = paper.problems.map(({ message }) => message);
    assert.match(notices.join('\n'), /is missing: 3 of 3 pages.*\n.*wrong letters/);
    await view.send({ type: 'noticesChanged', ...about, notices });
    const box = view.page.getByRole('complementary', { name: 'About the file' });
    assert.equal(await box.innerText(), notices.join('\n\n'));
    const [above, page] = [
      await box.boundingBox(),
      await view.page.locator('.pdf-page').first().boundingBox(),
    ];
    assert.ok(above && page && above.y >= 0 && above.y + above.height <= page.y);
    await view.send({ type: 'pagesChanged', ...about, pages: null });
    assert.ok(await box.isVisible());
    await view.send({ type: 'noticesChanged', ...about, notices }, pagesOf(paper));
    await view.page.locator('.pdf-page canvas').first().waitFor();
    const width = (await view.page.locator('.pdf-page').first().boundingBox())?.width ?? 0;
    await view.page.setViewportSize({ width: 420, height: 800 });
    await eventually(async () => {
      const narrow = (await view.page.locator('.pdf-page').first().boundingBox())?.width ?? width;
      assert.ok(narrow < width / 2);
    });
    assert.ok(((await box.boundingBox())?.y ?? -1) >= 0);
    const said = await view.page.evaluate(() => (window as unknown as { said: unknown }).said);
    assert.deepEqual(said, [notices.join(' ')]);
  });

  it('say so where they are gone', async () => {
    const bytes = madePdf(manyPages(4));
    const text = Buffer.from(bytes).toString('latin1');
    // The content of the second page under a number that nothing refers to.
    const holed = text
      .replace(/\d+( 0 obj\n<< \/Length \d+ >>\nstream\nBT(?:(?!endstream)[^])*AAB)/, '999$1')
      .slice(0, text.lastIndexOf('endobj'));
    const cut = Buffer.from(holed, 'latin1');
    view = await showPages(await paperOf(Uint8Array.from(cut)), cut);
    const gone = view.page.locator('.pdf-page', { hasText: 'This page is damaged' });
    await gone.waitFor();
    assert.equal(await gone.getAttribute('aria-label'), 'Page 2');
    await view.page.locator('.pdf-page').nth(2).scrollIntoViewIfNeeded();
    await view.page.locator('.textLayer', { hasText: 'AAC' }).waitFor();
  });

  it('leave its text where none can be shown, and say so', async () => {
    const paper = await paperOf(whole.slice());
    view = await openReadingView({ pdf: whole.slice(0, 500) });
    await view.send(...pagesAfterText(paper));
    const said = view.page.getByRole('alert');
    await said.waitFor();
    assert.match(await said.innerText(), /^The pages of this file can’t be shown, only its text\./);
    assert.ok(await view.page.locator('.paper', { hasText: words }).isVisible());
    await view.send(marked(paper));
    await view.page.locator('.paper mark', { hasText: words }).waitFor();
    await view.send({ type: 'pagesChanged', ...about, pages: null });
    assert.equal(await said.count(), 0);
  });
});

import assert from 'node:assert/strict';
import { openReadingView, type ReadingView } from './readingView.ts';
import { messagesFor, riverCompacts, uri } from './riverCompacts.ts';

const about = { uri, version: 1 };

describe('Footnotes and links in the page', () => {
  let view: ReadingView;
  beforeEach(async () => {
    view = await openReadingView({ height: 300 });
    await view.send(...messagesFor(riverCompacts, []));
  });
  afterEach(() => view.close());

  const popup = () => view.page.getByRole('note');
  const scroll = () => view.page.evaluate(() => Math.round(window.scrollY));

  it('show a footnote under the resting mouse and under the focus; Escape closes it', async () => {
    await view.page.locator('#fnref1').hover();
    await popup().waitFor();
    assert.equal(await popup().getAttribute('aria-label'), 'Footnote 1');
    assert.match(
      await popup().innerText(),
      /^Basin Commission, Statute, art\. 4\.\s+Go to footnote$/,
    );
    await view.page.keyboard.press('Escape');
    assert.equal(await popup().isVisible(), false);
    await view.page.keyboard.press('Tab');
    await view.page.locator('#fnref2').focus();
    await popup().waitFor();
    assert.match(await popup().innerText(), /^Interviews/);
    assert.equal(
      await view.page.locator('#fnref2').getAttribute('aria-describedby'),
      await popup().getAttribute('id'),
    );
  });

  it('close a footnote that was kept open when its reference is scrolled out of sight', async () => {
    await view.page.locator('.footnoteRef').first().click();
    await popup().waitFor();
    await view.page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    await popup().waitFor({ state: 'hidden' });
  });

  it('keep a footnote open on a click, and go to it from there', async () => {
    await view.page.locator('#fnref1').click();
    await view.page.mouse.move(5, 5);
    await view.page.waitForTimeout(400);
    assert.equal(await popup().isVisible(), true);
    await popup().getByText('Go to footnote').click();
    assert.equal(await popup().isVisible(), false);
    assert.equal(await view.page.evaluate(() => document.activeElement?.id), 'fn1');
  });

  it('go back and forward through followed footnotes and links', async () => {
    await view.page.getByRole('link', { name: 'Overview' }).scrollIntoViewIfNeeded();
    const places = [await scroll()];
    await view.page.getByRole('link', { name: 'Overview' }).click();
    places.push(await scroll());
    await view.page.locator('#fnref1').focus();
    await view.page.keyboard.press('Enter');
    places.push(await scroll());
    assert.notEqual(places[0], places[1]);
    assert.notEqual(places[1], places[2]);
    const walked: number[] = [];
    for (const key of [
      'Alt+ArrowLeft',
      'Alt+ArrowLeft',
      'Alt+ArrowRight',
      'Alt+ArrowRight',
      'Alt+ArrowLeft',
    ]) {
      await view.page.keyboard.press(key);
      walked.push(await scroll());
    }
    assert.deepEqual(
      walked,
      [1, 0, 1, 2, 1].map((at) => places[at]),
    );
    assert.equal(await view.page.evaluate(() => document.activeElement?.id), 'fnref1');
  });

  it('lead from a footnote back to its reference', async () => {
    await view.page.getByRole('link', { name: 'Back to the text from note 2' }).click();
    assert.equal(await view.page.evaluate(() => document.activeElement?.id), 'fnref2');
    assert.equal(
      await view.page
        .locator('#fnref2')
        .evaluate((link) => link.getBoundingClientRect().top < innerHeight),
      true,
    );
  });

  it('leave every other link to the extension', async () => {
    await view.page.getByRole('link', { name: 'the treaty' }).click();
    await view.page.getByRole('link', { name: 'the treaty' }).click({ button: 'middle' });
    const wish = { type: 'openLink', ...about, href: 'https://example.org/treaty' } as const;
    assert.deepEqual(await view.sent('openLink'), [wish, wish]);
    assert.deepEqual(view.requests, []);
    assert.equal(view.page.url(), 'https://extension.test/');
  });

  it('go to the source: the very character by a double click, the selection by Alt+Enter', async () => {
    const place = await view.page.evaluate(() => {
      const text = [...document.querySelectorAll('.part.body p')].at(0)?.childNodes[1];
      const range = document.createRange();
      const at = text?.textContent?.indexOf('secretariat') ?? 0;
      if (text) range.setStart(text, at + 4);
      if (text) range.setEnd(text, at + 5);
      range.startContainer.parentElement?.scrollIntoView();
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 1, y: top + height / 2 };
    });
    await view.page.mouse.dblclick(place.x, place.y);
    const offset = riverCompacts.text.indexOf('secretariat');
    assert.deepEqual(await view.sent('revealSource'), [
      { type: 'revealSource', ...about, offset: offset + 4 },
    ]);
    await view.page.keyboard.press('Alt+Enter');
    assert.equal((await view.sent('revealSource')).at(-1)?.offset, offset);
  });
});

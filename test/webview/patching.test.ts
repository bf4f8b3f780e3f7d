import assert from 'node:assert/strict';
import { eventually } from '../support/eventually.ts';
import { selectTextIn } from '../support/textSelection.ts';
import { openReadingView, baseUri, type ReadingView } from './readingView.ts';
import { messagesFor, riverCompacts, riverNotes, uri } from './riverCompacts.ts';
import { statedPaper, type StatedPart } from './statedPart.ts';
import type { PartChange } from '../../src/core/rendering/renderedPaper.ts';

const paragraph = (words: string): StatedPart => [
  'body',
  words,
  `<div class="part body"><p data-range="0,${words.length}">${words}</p></div>`,
];
const words = (count: number): string =>
  `Paragraph ${count}. ${'Long enough to take some lines of the page. '.repeat(6).trim()}`;

describe('The page, when the paper changes', () => {
  let view: ReadingView;
  const paper = statedPaper(...Array.from({ length: 40 }, (_, at) => paragraph(words(at))));
  const put = (html: string): PartChange => {
    const [part] = statedPaper(paragraph(html)).parts;
    assert(part);
    return { put: part };
  };
  const change = (version: number, changes: readonly PartChange[]) =>
    view.send({ type: 'paperChanged', uri, version, changes, baseUri, remoteImages: false });
  const marked = (): Promise<readonly string[]> =>
    view.page.evaluate(() =>
      [...document.querySelectorAll('.part')]
        .filter((part) => (part as unknown as { known?: boolean }).known)
        .map((part) => part.textContent.slice(0, 13)),
    );

  beforeEach(async () => {
    view = await openReadingView({ height: 600 });
    await view.send(...messagesFor(paper, []));
    await view.page.evaluate(() => {
      for (const part of document.querySelectorAll('.part')) Object.assign(part, { known: true });
    });
  });
  afterEach(() => view.close());

  it('keeps the nodes of every part that was not put, and of one that was put in the place of another', async () => {
    await change(2, [
      { keep: 0, count: 2, shift: 0 },
      put('Something new.'),
      { keep: 3, count: 37, shift: -200 },
    ]);
    const shown = await view.page.locator('.part').allTextContents();
    assert.equal(shown.length, 40);
    assert.equal(shown[2], 'Something new.');
    assert.equal((await marked()).length, 40);
  });

  it('takes out what is neither kept nor put', async () => {
    await change(2, [
      { keep: 0, count: 1, shift: 0 },
      { keep: 38, count: 2, shift: -5000 },
    ]);
    assert.deepEqual(await marked(), ['Paragraph 0. ', 'Paragraph 38.', 'Paragraph 39.']);
  });

  it('keeps what the reader sees in place while text above it grows', async () => {
    await view.page.evaluate(() => {
      document.querySelectorAll('.part')[20]?.scrollIntoView();
    });
    const top = () =>
      view.page.evaluate(() => document.querySelectorAll('.part')[20]?.getBoundingClientRect().top);
    const before = await top();
    await eventually(async () => {
      assert.equal((await view.sent('scrolled')).length, 1);
    });
    await change(2, [put(words(0).repeat(8)), { keep: 1, count: 39, shift: 2000 }]);
    assert.equal(Math.round((await top()) ?? 0), Math.round(before ?? 0));
    await view.page.waitForTimeout(200);
    const echoes = (await view.sent('scrolled')).filter(({ version }) => version === 2);
    assert.deepEqual(echoes, []);
  });

  it('keeps the selection while its own part changes elsewhere', async () => {
    await selectTextIn(view.page, view.page.mainFrame(), 'Paragraph 1. Long', 'Long enough');
    const selected = () => view.page.evaluate(() => getSelection()?.toString());
    const before = await selected();
    await change(2, [
      { keep: 0, count: 1, shift: 0 },
      put(`${words(1)} And more.`),
      { keep: 2, count: 38, shift: 10 },
    ]);
    assert.equal(await selected(), before);
  });

  it('tells a selection behind the change at its new place', async () => {
    await change(2, [put('Short.'), { keep: 1, count: 39, shift: 6 - words(0).length }]);
    await selectTextIn(view.page, view.page.mainFrame(), 'Paragraph 3.', 'Paragraph 3.');
    const start = paper.text.indexOf('Paragraph 3.') + 6 - words(0).length;
    await eventually(async () => {
      assert.deepEqual((await view.sent('selectionChanged')).at(-1), {
        ...{ type: 'selectionChanged', uri, version: 2 },
        selection: { start, end: start + 12 },
      });
    });
  });

  it('asks for everything when changes do not fit what it shows', async () => {
    await change(2, [{ keep: 30, count: 30, shift: 0 }]);
    assert.equal((await view.sent('ready')).length, 2);
    assert.equal((await marked()).length, 40);
  });
});

describe('The page, when it is told something wrong', () => {
  let view: ReadingView;
  beforeEach(async () => {
    view = await openReadingView();
    await view.send(...messagesFor(riverCompacts, riverNotes, 5));
  });
  afterEach(() => view.close());

  it('does nothing about another paper or an older version', async () => {
    await view.send(
      { type: 'annotationsChanged', uri, version: 4, annotations: [] },
      { type: 'annotationsChanged', uri: 'file:///other.md', version: 9, annotations: [] },
      { type: 'scrollToSource', uri: 'file:///other.md', version: 9, offset: 1500 },
    );
    assert.equal(await view.page.locator('.card').count(), 4);
    assert.equal(await view.page.evaluate(() => window.scrollY), 0);
  });

  it('drops what is not a message, without an error', async () => {
    const errors: Error[] = [];
    view.page.on('pageerror', (error) => errors.push(error));
    await view.page.evaluate(
      (wrong) => {
        for (const data of wrong) window.dispatchEvent(new MessageEvent('message', { data }));
      },
      [
        null,
        7,
        'paperChanged',
        {},
        { type: 'constructor' },
        { type: 'paperChanged' },
        { type: 'annotationsChanged', uri, version: 6, annotations: 'all' },
        { type: 'revealRange', uri, version: 6, start: 'a', end: null, flash: 1 },
      ],
    );
    assert.deepEqual(errors, []);
    assert.equal(await view.page.locator('.card').count(), 4);
  });

  it('shows why a paper cannot be shown, and the paper when it can again', async () => {
    await view.send({
      type: 'paperFailed',
      again: false,
      uri,
      version: 6,
      message: 'This file is too large.',
    });
    assert.equal(await view.page.getByRole('alert').innerText(), 'This file is too large.');
    assert.equal(await view.page.locator('.part').count(), 0);
    await view.send(...messagesFor(riverCompacts, riverNotes, 7));
    assert.equal(await view.page.getByRole('alert').isVisible(), false);
    assert.equal(await view.page.locator('.card').count(), 4);
  });
});

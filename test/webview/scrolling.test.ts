import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { readPaper } from '../../src/core/paper/readPaper.ts';
import { renderPaper } from '../../src/core/rendering/renderPaper.ts';
import { openReadingView, type ReadingView } from './readingView.ts';
import { messagesFor, noteOn, uri } from './riverCompacts.ts';
import type { StatedPaper } from './statedPart.ts';

const rows = Array.from(
  { length: 200 },
  (_, row) => `| Station ${row} | ${'long '.repeat((row * 7) % 23)}| ${row} |`,
);
const table = `| Station | Remark | Count |\n|---|---|--:|\n${rows.join('\n')}\n`;

async function longPaper(): Promise<StatedPaper> {
  const capture = await readFile('samples/river-compacts-web-capture.txt', 'utf8');
  const brief = await readFile('samples/grid-resilience-brief.md', 'utf8');
  const text = `${brief}\n\n## Stations\n\n${table}\n\n## The end\n\n${capture.slice(900, 2000)}\n`;
  return { text, parts: renderPaper(readPaper(text, { format: 'markdown', name: 'x.md' })).parts };
}

describe('Scrolling with the text editor', () => {
  let view: ReadingView;
  let paper: StatedPaper;
  const about = { uri, version: 1 };
  const offsets = async () => (await view.sent('scrolled')).map(({ offset }) => offset);
  const scrollTo = async (top: number): Promise<number> => {
    await view.page.evaluate(async (y) => {
      window.scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => setTimeout(resolve, 150));
    }, top);
    return (await offsets()).at(-1) ?? -1;
  };
  /** The text of the line that is at the top of the window. */
  const topLine = () =>
    view.page.evaluate(() => {
      const x = (document.querySelector('main')?.getBoundingClientRect().left ?? 0) + 40;
      for (let y = 4; y < 200; y += 6) {
        const place = document.caretPositionFromPoint(x, y);
        if (place?.offsetNode instanceof Text) return place.offsetNode.data;
      }
      return '';
    });

  beforeEach(async () => {
    paper = await longPaper();
    view = await openReadingView({ height: 700 });
    await view.send(...messagesFor(paper, []));
  });
  afterEach(() => view.close());

  it('puts the place of a source offset at the top, exactly, in a long table too, and sends no echo', async () => {
    for (const words of [
      'Station 17 ',
      'Station 120 ',
      'Paying for it',
      'Agree on two',
      'Station 3 ',
    ]) {
      await view.send({ type: 'scrollToSource', ...about, offset: paper.text.indexOf(words) });
      assert.match(await topLine(), new RegExp(words.trim()), words);
    }
    await view.page.waitForTimeout(200);
    assert.deepEqual(await offsets(), []);
  });

  it('tells what is at the top when the reader scrolls, and comes back to it from there', async () => {
    for (const top of [900, 2500, 4000, 5200]) {
      const offset = await scrollTo(top);
      await view.send({ type: 'scrollToSource', ...about, offset: 0 });
      await view.send({ type: 'scrollToSource', ...about, offset });
      const back = await view.page.evaluate(() => window.scrollY);
      // A line is not cut, and what is between two parts belongs to neither.
      assert(Math.abs(back - top) < 45, `${top} became ${back}`);
    }
  });

  it('goes through the source without a step back while the reader scrolls down', async () => {
    const all: number[] = [];
    for (let top = 60; top < 3000; top += 140) all.push(await scrollTo(top));
    const backwards = all.slice(1).filter((offset, at) => offset < (all[at] ?? 0));
    assert.deepEqual(backwards, []);
  });

  it('begins at the very start of page and source', async () => {
    await scrollTo(800);
    assert.equal(await scrollTo(0), 0);
    await scrollTo(500);
    await view.send({ type: 'scrollToSource', ...about, offset: 0 });
    assert.equal(await view.page.evaluate(() => window.scrollY), 0);
  });

  it('stays at the line of a closed fold for all that it hides', async () => {
    const capture = await readFile('samples/river-compacts-web-capture.txt', 'utf8');
    const folded = {
      text: capture,
      parts: renderPaper(readPaper(capture, { format: 'text', name: 'x.txt' })).parts,
    };
    await view.page.setViewportSize({ width: 1240, height: 250 });
    await view.send(...messagesFor(folded, [], 2));
    const tops: number[] = [];
    const last = folded.parts.findLast(({ kind }) => kind === 'siteText');
    assert(last);
    const { start, end } = last.range;
    for (const offset of [start, Math.floor((start + end) / 2), end - 1]) {
      await view.send({ type: 'scrollToSource', uri, version: 2, offset });
      tops.push(
        await view.page
          .locator('details')
          .last()
          .evaluate((fold) => Math.round(fold.getBoundingClientRect().top)),
      );
    }
    assert.equal(new Set(tops).size, 1);
    assert.equal(await view.page.locator('details[open]').count(), 0);
  });

  it('keeps the place for a reload', async () => {
    const offset = await scrollTo(2500);
    assert.deepEqual(await view.kept(), { uri, offset, drafts: {} });
  });

  it('reveals a passage: opens the fold, brings it into the window, marks it for a moment', async () => {
    const start = paper.text.indexOf('publisher: Centre');
    await view.send({
      type: 'revealRange',
      ...about,
      start: paper.text.indexOf('Station 150'),
      end: paper.text.indexOf('Station 150') + 11,
      flash: true,
    });
    assert.notEqual(await view.page.locator('.here').count(), 0);
    assert.equal(
      await view.page
        .getByText('Station 150')
        .evaluate((cell) => cell.getBoundingClientRect().bottom < innerHeight),
      true,
    );
    await view.send({ type: 'revealRange', ...about, start, end: start + 9, flash: false });
    assert.equal(await view.page.locator('details[open]').count(), 1);
    await view.page.locator('.here').first().waitFor({ state: 'detached' });
    assert.deepEqual(await offsets(), []);
  });

  it('marks the block of the editor’s cursor, and no other', async () => {
    const active = () => view.page.locator('.active-block').allTextContents();
    for (const words of ['faults on coastal', 'Lines fail before']) {
      await view.send({
        type: 'activeOffsetChanged',
        ...about,
        offset: paper.text.indexOf(words) + 3,
      });
      const [text, ...more] = await active();
      assert.match(text ?? '', new RegExp(`^${words}`));
      assert.deepEqual(more, []);
    }
  });

  it('keeps the fold that the reader opened when the paper changes', async () => {
    await view.page.locator('summary').first().click();
    await view.send(...messagesFor(paper, [noteOn(paper, 'Lines fail', { id: 'n' })], 2));
    assert.equal(await view.page.locator('details[open]').count(), 1);
  });
});

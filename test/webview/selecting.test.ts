import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { readPaper } from '../../src/core/paper/readPaper.ts';
import { renderPaper } from '../../src/core/rendering/renderPaper.ts';
import { spansOfSource, toSource } from '../../src/core/rendering/textMap.ts';
import { eventually } from '../support/eventually.ts';
import { selectTextIn } from '../support/textSelection.ts';
import { openReadingView, type ReadingView } from './readingView.ts';
import { messagesFor, noteOn, riverCompacts, uri } from './riverCompacts.ts';
import type { StatedPaper } from './statedPart.ts';

const samples = [
  'samples/river-compacts-web-capture.txt',
  'samples/grid-resilience-brief.md',
  'samples/harbour-security-working-paper.txt',
];

async function renderedSample(name: string): Promise<StatedPaper> {
  const text = await readFile(name, 'utf8');
  const format = name.endsWith('.md') ? 'markdown' : 'text';
  return { text, parts: renderPaper(readPaper(text, { format, name })).parts };
}

/** The rendered text of each part, counted as the contract says and not as the page does. */
const textsOfParts = (view: ReadingView): Promise<readonly string[]> =>
  view.page.evaluate(() =>
    [...document.querySelectorAll('.part')].map((part) => {
      const copy = part.cloneNode(true) as Element;
      for (const generated of copy.querySelectorAll('[data-generated]')) generated.remove();
      return copy.textContent;
    }),
  );

/** Selects between two characters of two parts. */
const selectRendered = (
  view: ReadingView,
  from: readonly [number, number],
  to: readonly [number, number],
) =>
  view.page.evaluate(
    ([start, end]) => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      const place = ([part, offset]: readonly [number, number], isEnd: boolean): [Node, number] => {
        const root = document.querySelectorAll('.part')[part];
        let left = offset;
        for (const text of nodesOf(root)) {
          if (isEnd ? left <= text.length : left < text.length) return [text, left];
          left -= text.length;
        }
        throw new Error('no such character');
      };
      const nodesOf = (root: Element | undefined): Text[] => {
        const found: Text[] = [];
        const visit = (node: Node): void => {
          if (node instanceof Element && node.hasAttribute('data-generated')) return;
          if (node instanceof Text) found.push(node);
          for (const child of node.childNodes) visit(child);
        };
        if (root) visit(root);
        return found;
      };
      getSelection()?.setBaseAndExtent(...place(start, false), ...place(end, true));
    },
    [from, to] as const,
  );

/** Even steps through the paper, so that every kind of block is met and a failure comes again. */
function* steps(texts: readonly string[], count: number): Generator<readonly [number, number]> {
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  for (let step = 1; step <= count; step++) {
    let left = Math.floor((total * step) / (count + 1));
    let part = 0;
    while (left >= (texts[part]?.length ?? Infinity)) left -= texts[part++]?.length ?? 0;
    yield [part, left];
  }
}

describe('A selection in the page', () => {
  for (const sample of samples) {
    it(`is told at its place in the source, over every kind of block of ${sample}`, async () => {
      const paper = await renderedSample(sample);
      const view = await openReadingView();
      await view.send(...messagesFor(paper, []));
      const texts = await textsOfParts(view);
      const places = [...steps(texts, 24)];
      let checked = 0;
      for (const [at, from] of places.entries()) {
        // Every third selection goes on over two more steps, through what lies between.
        const to = places[at % 3 === 0 ? at + 2 : at] ?? from;
        const end = [to[0], Math.min(to[1] + 9, texts[to[0]]?.length ?? 0)] as const;
        const first = paper.parts[from[0]];
        const last = paper.parts[end[0]];
        assert(first && last);
        if (first.kind === 'titleBlock' || last.kind === 'titleBlock') continue;
        const pieces =
          texts[from[0]]?.slice(from[1], from[0] === end[0] ? end[1] : undefined) ?? '';
        const tail = texts[end[0]]?.slice(0, end[1]) ?? '';
        if (pieces.trim() !== pieces || tail.trim() !== tail.trimStart()) continue;
        const selection = {
          start: first.range.start + (toSource(first.map, from[1], 'start') ?? 0),
          end: last.range.start + (toSource(last.map, end[1], 'end') ?? 0),
        };
        checked++;
        await selectRendered(view, from, end);
        await eventually(async () => {
          assert.deepEqual((await view.sent('selectionChanged')).at(-1)?.selection, selection);
        }, 2000);
      }
      assert(checked >= 8, `${checked} selections`);
      await view.close();
    });

    it(`is where an annotation on the same source is marked, in ${sample}`, async () => {
      const paper = await renderedSample(sample);
      const view = await openReadingView();
      await view.send(...messagesFor(paper, []));
      const texts = await textsOfParts(view);
      for (const [part, offset] of steps(texts, 16)) {
        const shown = paper.parts[part];
        assert(shown);
        if (shown.kind === 'titleBlock') continue;
        const start = shown.range.start + (toSource(shown.map, offset, 'start') ?? 0);
        const end = Math.min(start + 120, paper.text.length);
        const note = noteOn(paper, paper.text.slice(start, end), { id: 'n' });
        const anchor = { start, end, score: 1, how: 'exact' as const };
        await view.send({
          type: 'annotationsChanged',
          uri,
          version: 1,
          annotations: [{ ...note, anchor }],
        });
        const expected = paper.parts
          .flatMap(({ range, map, kind }, at) => {
            const isTouched = kind === 'titleBlock' || (range.start < end && start < range.end);
            const relative = { start: start - range.start, end: end - range.start };
            const spans = isTouched ? spansOfSource(map, relative) : [];
            return spans.map(({ from, to }) => texts[at]?.slice(from, to) ?? '');
          })
          .join('');
        const marked = (await view.page.locator('mark').allTextContents()).join('');
        const bare = (text: string): string => text.replace(/\s/g, '');
        assert.equal(bare(marked), bare(expected));
        assert.deepEqual(await textsOfParts(view), texts, 'marks change no text');
      }
      await view.close();
    });
  }

  it('leaves generated text out and goes across list items, tables and parts', async () => {
    const view = await openReadingView();
    await view.send(...messagesFor(riverCompacts, []));
    const frame = view.page.mainFrame();
    for (const [from, to] of [
      ['rule before 2027', 'From meetings'],
      ['Outside powers', 'Partners should'],
      ['June 2026', 'Eastern'],
      ['Live storage', 'Whether the commission'],
    ] as const) {
      await selectTextIn(view.page, frame, from, to);
      const start = riverCompacts.text.indexOf(from);
      const end = riverCompacts.text.indexOf(to) + to.length;
      await eventually(async () => {
        assert.deepEqual((await view.sent('selectionChanged')).at(-1)?.selection, { start, end });
      });
    }
    await view.close();
  });

  it('is null where nothing of the source is selected', async () => {
    const view = await openReadingView();
    await view.send(...messagesFor(riverCompacts, []));
    await selectTextIn(
      view.page,
      view.page.mainFrame(),
      'standing commission',
      'standing commission',
    );
    await eventually(async () => {
      assert.equal((await view.sent('selectionChanged')).length, 1);
    });
    await view.page.evaluate(() => {
      const label = document.querySelector('summary .label');
      if (label) getSelection()?.selectAllChildren(label);
    });
    await eventually(async () => {
      assert.equal((await view.sent('selectionChanged')).at(-1)?.selection, null);
    });
    assert.equal(await view.page.getByRole('toolbar').isVisible(), false);
    await view.close();
  });
});

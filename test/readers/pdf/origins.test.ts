import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentBlock, Inline } from '../../../src/core/paper/document/paperDocument.ts';
import { readPageContent } from '../../../src/readers/pdf/source/pageContent.ts';
import { openPdf } from '../../../src/readers/pdf/source/pdfjs.ts';
import { column } from '../../support/madeContent.ts';
import { madePdf } from '../../support/madePdf.ts';
import { loadAsset, readDocumentOf } from '../../support/readMadePdf.ts';

const corpus = path.resolve('../shared/corpus/pdf');

/** The strings of the text items of each page. */
async function itemsOf(bytes: Uint8Array): Promise<string[][]> {
  const task = openPdf(bytes, loadAsset);
  const pdf = await task.promise;
  const pages: string[][] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items } = await readPageContent(await pdf.getPage(page));
    pages.push(items.map(({ str }) => str));
  }
  await task.destroy();
  return pages;
}

function inlinesIn(blocks: readonly DocumentBlock[]): Inline[] {
  return blocks.flatMap((block): readonly Inline[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return block.content;
      case 'list':
        return block.items.flatMap(({ blocks: inner }) => inlinesIn(inner));
      case 'quote':
      case 'note':
        return inlinesIn(block.blocks);
      case 'table':
        return block.rows.flatMap((row) => row.flatMap(({ content }) => content));
      case 'page':
      case 'preformatted':
      case 'rule':
        return [];
    }
  });
}

/** Runs whose words are not what stands at their origin. */
async function strayRuns(bytes: Uint8Array): Promise<string[]> {
  const items = await itemsOf(bytes);
  const { blocks } = await readDocumentOf(bytes);
  return inlinesIn(blocks).flatMap((inline) => {
    if (inline.type !== 'text' || inline.origin === undefined) return [];
    const { page, item, offset, length } = inline.origin;
    const drawn = (items[page]?.[item] ?? '').slice(offset, offset + length);
    // A font without a map is read by the order of its glyphs, one character for one.
    // eslint-disable-next-line no-control-regex -- numbers of glyphs
    const isUnmapped = /[\u0000-\u001f]/.test(drawn) && drawn.length === inline.text.length;
    return drawn === inline.text || isUnmapped ? [] : [`${inline.text} / ${drawn}`];
  });
}

describe('origins of a PDF’s text', () => {
  it('are where the same words stand among the items of the page', async () => {
    const page = [
      ...column(['S H A R E D'], { x: 60, y: 60, size: 18, font: 'bold' }),
      ...column(['• A long-term net-', 'work of gauges.'], { x: 60, y: 100 }),
      ...column(['1. A network for all.'], { x: 60, y: 140 }),
      ...column(['Floods ............ 1', 'Droughts .......... 1', 'Treaties .......... 1'], {
        x: 60,
        y: 180,
      }),
    ];
    assert.deepEqual(await strayRuns(madePdf([page])), []);
  });

  it('are so in real papers', async function () {
    if (!existsSync(corpus)) return this.skip();
    for (const file of readdirSync(corpus).filter((name) => name.endsWith('.pdf')))
      assert.deepEqual(
        await strayRuns(new Uint8Array(readFileSync(path.join(corpus, file)))),
        [],
        file,
      );
  }).timeout(60_000);
});

describe('a PDF of the corpus', () => {
  it('is read the same twice', async function () {
    if (!existsSync(corpus)) return this.skip();
    const file = path.join(corpus, readdirSync(corpus)[0] ?? '');
    const bytes = new Uint8Array(readFileSync(file));
    assert.deepEqual(await readDocumentOf(bytes), await readDocumentOf(bytes));
  }).timeout(20_000);
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { readPageContent, type RawItem } from '../../../src/readers/pdf/source/pageContent.ts';
import { openPdf } from '../../../src/readers/pdf/source/pdfjs.ts';
import { column } from '../../support/madeContent.ts';
import { madePdf } from '../../support/madePdf.ts';
import { loadAsset } from '../../support/readMadePdf.ts';

const corpus = path.resolve('../shared/corpus/pdf');

/** pdf.js as it is published, in a thread of its own: it changes what all code in its thread works with. */
const published = `
  const { parentPort, workerData: root } = require('node:worker_threads');
  globalThis.DOMMatrix ??= class {};
  const cMapUrl = require('node:url').fileURLToPath(root + 'cmaps/');
  parentPort.on('message', async (data) => {
    globalThis.pdfjsWorker ??= await import(root + 'legacy/build/pdf.worker.mjs');
    const { getDocument } = await import(root + 'legacy/build/pdf.mjs');
    const pdf = await getDocument({ data, verbosity: 0, cMapUrl, useSystemFonts: false }).promise;
    const pages = [];
    for (let page = 1; page <= pdf.numPages; page += 1)
      pages.push((await (await pdf.getPage(page)).getTextContent()).items);
    parentPort.postMessage(pages);
  });`;
let thread: Worker;

async function publishedItems(bytes: Uint8Array): Promise<RawItem[][]> {
  thread.postMessage(bytes);
  const [pages] = (await once(thread, 'message')) as [RawItem[][]];
  return pages;
}

async function bundledItems(bytes: Uint8Array): Promise<RawItem[][]> {
  const task = openPdf(bytes, loadAsset);
  const pdf = await task.promise;
  const pages: RawItem[][] = [];
  for (let page = 1; page <= pdf.numPages; page += 1)
    pages.push([...(await readPageContent(await pdf.getPage(page))).items]);
  await task.destroy();
  return pages;
}

/** Items without what differs from one opening of a file to the next. */
function lasting(pages: readonly (readonly RawItem[])[], read = (text: string) => text) {
  return pages.map((items) =>
    items.map(({ str, dir, width, height, transform }) => ({
      ...{ str: read(str), dir, width, height, transform: transform.map((each) => each + 0) },
    })),
  );
}

/** A text in which ligatures are no more than their last letter, as the published pdf.js reads some. */
function withoutLigatures(text: string): string {
  return text.replace(/f(?=[fijlt])|T(?=h)/g, '');
}

describe('pdf.js as it is bundled for the reader', () => {
  before(() => {
    const root = import.meta.resolve('pdfjs-dist/package.json').replace('package.json', '');
    thread = new Worker(published, { eval: true, workerData: root });
  });
  after(() => thread.terminate());

  it('gives the text items of the published one, whatever moves and stretches the text', async () => {
    const page = [
      ...column(['Rivers don’t end', 'at borders.'], { x: 60, y: 60 }),
      ...column(['水资源'], { x: 60, y: 120, font: 'chinese' }),
      ...column(['Ҳудуди', 'об'], { x: 60, y: 160, font: 'any' }),
      {
        operators: `
          q 1.5 0 0 1.5 20 40 cm BT /regular 9 Tf 40 200 Td (Dams) Tj 3 Ts (2) Tj 0 Ts
          80 Tz 4 Ts 1 Tc 3 Tw 11 TL q 0.5 g /bold 8 Tf (and so on) Tj T* (far) Tj Q 0 Ts ( locks) Tj 14 TL T* 2 Tc 5 Tw (and old sluices) Tj ET Q
          q 0 1 -1 0 300 100 cm BT /italic 11 Tf 1 0 0.2 1 10 10 Tm [(Wa) 80 (ter) -400 (law)] TJ ET Q
          BT /regular 10 Tf 60 300 Td (as) Tj q 0 -20 Td /bold 10 Tf (it is) Tj Q 0 -40 Td (read) Tj ET`,
      },
    ];
    const bytes = madePdf([page, page]);
    assert.deepEqual(lasting(await bundledItems(bytes)), lasting(await publishedItems(bytes)));
  });

  it('gives them for a packed file with fonts of its own', async () => {
    const bytes = new Uint8Array(readFileSync('samples/ferry-subsidies.pdf'));
    const items = lasting(await bundledItems(bytes));
    assert.deepEqual(items, lasting(await publishedItems(bytes)));
    assert.ok(items.flat().length > 100);
  });

  it('gives them for real papers, but for ligatures', async function () {
    if (!existsSync(corpus)) return this.skip();
    const files = readdirSync(corpus).filter((name) => name.endsWith('.pdf'));
    for (const file of files) {
      const bytes = new Uint8Array(readFileSync(path.join(corpus, file)));
      const [ours, theirs] = [await bundledItems(bytes), await publishedItems(bytes)];
      assert.deepEqual(lasting(ours, withoutLigatures), lasting(theirs, withoutLigatures), file);
    }
  }).timeout(60_000);
});

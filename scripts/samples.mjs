// node scripts/samples.mjs
// Makes the PDF and Word samples from the pages of our own writing in scripts/samples. They are committed,
// so this runs only when a page changes.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { browserOptions } from './host/browser.mjs';
import { main, root } from './project.mjs';
import { wordFile } from './samples/wordFile.mjs';

const sources = path.join(root, 'scripts/samples');
const samples = path.join(root, 'samples');

async function printPdf(name) {
  const browser = await chromium.launch(await browserOptions());
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path.join(sources, `${name}.html`)).href);
  await page.pdf({
    path: path.join(samples, `${name}.pdf`),
    format: 'A4',
    margin: { top: '22mm', bottom: '22mm', left: '24mm', right: '24mm' },
    displayHeaderFooter: true,
    headerTemplate:
      '<p style="font: 8pt serif; width: 100%; margin: 0 24mm; text-align: right">Ferry Subsidies on Thin Routes</p>',
    footerTemplate:
      '<p style="font: 8pt serif; width: 100%; text-align: center"><span class="pageNumber"></span></p>',
    tagged: true,
    outline: true,
  });
  await browser.close();
}

await main(async () => {
  await printPdf('ferry-subsidies');
  const paper = JSON.parse(await readFile(path.join(sources, 'water-meters.json'), 'utf8'));
  await writeFile(path.join(samples, 'water-meters.docx'), wordFile(paper));
  process.exitCode = 0;
});

// npm run bench:pdf -- [--runs=5]
// How long the PDF reader takes over each PDF of the corpus, beside pdf.js as published that only gives
// the text content of every page: medians of alternating runs in one process, and their ratio.
import { build } from 'esbuild';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundlePdfjs } from '../../scripts/pdfjs/bundlePdfjs.mjs';
import { root } from '../../scripts/project.mjs';
import { runFolder } from '../../scripts/tests/runFolder.mjs';

const corpus = path.join(root, '../shared/corpus/pdf');
const runs = Number(/--runs=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 5);
const packaged = path.dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
const loadAsset = async (name) => new Uint8Array(readFileSync(path.join(packaged, name)));

async function bundled(name, contents, plugins) {
  const outfile = path.join(runFolder('bench'), `${name}.mjs`);
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    ...{ outfile, absWorkingDir: root, bundle: true, format: 'esm', platform: 'neutral', plugins },
    ...{ mainFields: ['module', 'main'], logLevel: 'error' },
  });
  return import(pathToFileURL(outfile).href);
}

const plain = `
  globalThis.DOMMatrix ??= class {};
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  export async function readPlain(bytes, cMapUrl) {
    globalThis.pdfjsWorker = worker;
    const task = getDocument({ data: bytes.slice(), verbosity: 0, cMapUrl, useSystemFonts: false });
    const pdf = await task.promise;
    for (let page = 1; page <= pdf.numPages; page += 1) await (await pdf.getPage(page)).getTextContent();
    await task.destroy();
    return pdf.numPages;
  }`;
const ours = `
  export { pdfReader } from './src/readers/pdf/pdfReader.ts';
  export const own = globalThis.pdfjsWorker;`;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
/** Milliseconds of processor time: what else the machine does shall not count. */
async function milliseconds(run) {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

if (!existsSync(corpus)) {
  console.log('No PDFs: ../shared/corpus is absent, so nothing was measured.');
  process.exit();
}
const { pdfReader, own } = await bundled('ours', ours, [bundlePdfjs]);
const ownPush = Array.prototype.push;
const { readPlain } = await bundled('plain', plain, []);
const reader = pdfReader(loadAsset);
const peerPush = Array.prototype.push;
const papers = readdirSync(corpus)
  .filter((name) => name.endsWith('.pdf'))
  .map((file) => ({
    ...{ file, pages: 0, plain: [], ours: [] },
    bytes: new Uint8Array(readFileSync(path.join(corpus, file))),
  }));
// The first round over all files warms both up: else those that come first would pay for the others.
for (let round = 0; round <= runs; round += 1)
  for (const paper of papers) {
    // Each has the worker's part and the `push` that its own bundle leaves.
    Array.prototype.push = peerPush;
    const inPeer = await milliseconds(async () => {
      paper.pages = await readPlain(paper.bytes, `${packaged}/cmaps/`);
    });
    globalThis.pdfjsWorker = own;
    Array.prototype.push = ownPush;
    const inOurs = await milliseconds(() => reader.read(paper.bytes, { name: paper.file }));
    if (round === 0) continue;
    paper.plain.push(inPeer);
    paper.ours.push(inOurs);
  }
const rows = papers.map(({ file, pages, plain: peer, ours: mine }) => {
  return { file, pages, plain: median(peer), ours: median(mine) };
});
const total = (key) => rows.reduce((sum, each) => sum + each[key], 0);
rows.push({ file: 'all', pages: total('pages'), plain: total('plain'), ours: total('ours') });
const table = [
  '| PDF | pages | pdf.js text, ms | reader, ms | ratio |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...rows.map(
    ({ file, pages, plain: before, ours: after }) =>
      `| ${file} | ${pages} | ${before.toFixed(0)} | ${after.toFixed(0)} | ${(after / before).toFixed(2)} |`,
  ),
].join('\n');
console.log(table);
const results = path.join(root, 'bench/results');
await mkdir(results, { recursive: true });
await writeFile(path.join(results, 'pdf.md'), `# Reading PDFs\n\n${table}\n`);

// Builds every bundle: the extension, in parts for Node and in one file for web workers; the reading view's
// page and its view of PDF pages; a worker for each reader; and the core and the readers as modules for
// scripts. --production minifies; --watch rebuilds on change; --only=core and --only=readers build those
// modules alone; --parts says what the extension loads when it is activated, and what it is made of. A bundle
// over its budget fails the build, and so does a reader in the extension.
import { build, context } from 'esbuild';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { commonJsParts } from './scripts/commonJsParts.mjs';
import { atActivation, partsOf, readersIn, readingIn } from './scripts/bundleParts.mjs';
import { bundlePageWorker, bundlePdfjs } from './scripts/pdfjs/bundlePdfjs.mjs';
import { newReadings, readingChecksums } from './scripts/readingChecksums.mjs';
import { nothingUndefined, vscodeOnce } from './scripts/vscodeOnce.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const only = process.argv.find((each) => each.startsWith('--only='))?.slice('--only='.length);

const common = {
  bundle: true,
  target: 'es2022',
  sourcemap: !production,
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

/** What the index of papers is kept under. */
const readings = production ? await readingChecksums() : newReadings();

const extension = {
  ...common,
  entryPoints: ['src/extension/extension.ts'],
  platform: 'browser',
  mainFields: ['module', 'main'],
  logOverride: nothingUndefined,
  define: { READINGS: JSON.stringify(readings) },
};

const everything = [
  {
    ...extension,
    outdir: 'dist',
    plugins: [vscodeOnce, commonJsParts],
  },
  {
    ...extension,
    entryPoints: { browser: 'src/extension/extension.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    plugins: [vscodeOnce],
  },
  {
    ...common,
    entryPoints: [
      { in: 'src/webview/main.ts', out: 'webview' },
      { in: 'src/webview/preview.css', out: 'webview' },
    ],
    outdir: 'dist',
    format: 'iife',
    platform: 'browser',
  },
  {
    ...common,
    entryPoints: [
      { in: 'src/readers/html/worker.ts', out: 'html' },
      { in: 'src/readers/pdf/worker.ts', out: 'pdf' },
      { in: 'src/readers/word/worker.ts', out: 'docx' },
    ],
    plugins: [bundlePdfjs],
    outdir: 'dist/readers',
    format: 'iife',
    platform: 'browser',
  },
  {
    ...common,
    entryPoints: {
      pageView: 'src/webview/pages/entry.ts',
      worker: 'pdfjs-dist/legacy/build/pdf.worker.mjs',
      mending: 'src/readers/pdf/mending/worker.ts',
    },
    plugins: [bundlePageWorker],
    outdir: 'dist/pages',
    format: 'iife',
    platform: 'browser',
    sourcemap: false,
    minify: true,
  },
  {
    ...common,
    entryPoints: ['src/webview/pages/pageView.css'],
    outdir: 'dist/pages',
  },
  {
    ...common,
    entryPoints: ['src/core/core.ts'],
    outfile: 'dist/core.mjs',
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  },
  {
    ...common,
    entryPoints: ['src/readers/readers.ts'],
    plugins: [bundlePdfjs],
    outfile: 'dist/readers.mjs',
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  },
];

const bundles =
  only === undefined
    ? everything
    : everything.filter(({ outfile }) => outfile === `dist/${only}.mjs`);

/** Largest size of a minified bundle, in kilobytes of 1,000 bytes. */
const budgets = {
  'dist/browser.cjs': 700,
  'dist/webview.js': 80,
  'dist/webview.css': 40,
  'dist/readers/html.js': 1_000,
  'dist/readers/pdf.js': 2_200,
  'dist/readers/docx.js': 480,
  'dist/pages/pageView.js': 520,
  'dist/pages/worker.js': 1_300,
  'dist/pages/mending.js': 20,
};

/** The same for what Node loads when the extension is activated: papers are read by a part of its own. */
const budgetAtActivation = 260;

function overBudget(results, started) {
  const outputs = results.flatMap((result) => Object.entries(result.metafile.outputs));
  return [
    ...outputs.map(([file, { bytes }]) => ({ file, bytes, budget: budgets[file] })),
    { file: 'dist/extension.cjs, with what it requires,', ...started, budget: budgetAtActivation },
  ]
    .filter(({ bytes, budget }) => budget !== undefined && bytes / 1000 > budget)
    .map(
      ({ file, bytes, budget }) => `${file} has ${(bytes / 1000).toFixed(0)} kB of ${budget} kB`,
    );
}

function printParts({ bytes, inputs }, others) {
  const print = (kilobytes, what) => console.log(`${kilobytes.toFixed(1).padStart(8)} kB  ${what}`);
  for (const { part, kilobytes } of partsOf({ inputs })) print(kilobytes, part);
  print(bytes / 1000, 'when the extension is activated');
  for (const [file, output] of others) print(output.bytes / 1000, file);
}

/** What pdf.js loads now and then, beside its own code. */
async function copyAssets() {
  const pdfjs = path.dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  const folders = { cmaps: 'readers/cmaps', standard_fonts: 'pages/fonts', wasm: 'pages/wasm' };
  for (const [from, to] of Object.entries(folders)) {
    await cp(path.join(pdfjs, from), path.join('dist', to), { recursive: true });
  }
}

if (production && !watch) await rm('dist', { recursive: true, force: true });
if (only === undefined) await copyAssets();
if (watch) {
  const contexts = await Promise.all(bundles.map((options) => context(options)));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  const results = await Promise.all(bundles.map((options) => build(options)));
  const built = results.map((result) => result.metafile);
  const inNode = built.find(({ outputs }) => 'dist/extension.cjs' in outputs);
  if (inNode) checkExtension(results, inNode);
}

function checkExtension(results, inNode) {
  const started = atActivation(inNode);
  const strangers = results
    .flatMap((result) => Object.entries(result.metafile.outputs))
    .filter(([file]) => /^dist\/(?:extension|browser|parts\/.*)\.cjs$/.test(file))
    .flatMap(([, output]) => readersIn(output));
  if (strangers.length > 0) {
    console.error(`Readers are in the extension: ${[...new Set(strangers)].join(', ')}`);
    process.exitCode = 1;
  }
  const early = readingIn(started);
  if (early.length > 0) {
    console.error(`Loaded before there is a paper: ${early.join(', ')}`);
    process.exitCode = 1;
  }
  if (process.argv.includes('--parts')) {
    printParts(
      started,
      Object.entries(inNode.outputs).filter(([file]) => !started.files.includes(file)),
    );
  }
  const tooLarge = production ? overBudget(results, started) : [];
  if (tooLarge.length > 0) {
    console.error(`Over the size budget: ${tooLarge.join('; ')}`);
    process.exitCode = 1;
  }
}

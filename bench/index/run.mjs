// npm run bench:index [PAPERS] [KILOBYTES]
// How long the index of a workspace takes, the longest stretch for which it keeps the host from other
// work, and what it holds: at first, again from its cache, and after one file changed. The files are
// read from this machine's disk by Node; VS Code's own file service adds to that.
import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { main, run } from '../../scripts/project.mjs';
import { inFolder, loadModules, report } from '../runner.mjs';
import { makePaper } from './papers.mjs';

const papers = Number(process.argv[2] ?? 1000);
const kilobytes = Number(process.argv[3] ?? 20);
const largest = 2_000_000;
const readings = { markdown: 'bench', text: 'bench', html: '', pdf: '', docx: '' };
/** The extension's own parts that make the index. */
const modules = [
  'core/navigation/scan.ts',
  'core/navigation/indexCache.ts',
  'extension/papers/stretches.ts',
];

async function makePapers(folder) {
  const files = [];
  for (let index = 0; index < papers; index += 1) {
    const { name, text } = makePaper(index, kilobytes * 1000);
    await writeFile(path.join(folder, name), text);
    files.push({ uri: path.join(folder, name), name });
  }
  return files;
}

/**
 * Runs it while a heart beats every millisecond: the longest gap is the longest stretch. On a busy
 * machine others take time too, so what this process itself used of a gap stands beside it.
 */
async function watched(work) {
  let longest = 0;
  let longestOwn = 0;
  let last = performance.now();
  let lastOwn = process.cpuUsage();
  let beating = true;
  const beat = () => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(lastOwn);
    longest = Math.max(longest, now - last);
    longestOwn = Math.max(longestOwn, (user + system) / 1000);
    last = now;
    lastOwn = process.cpuUsage();
    if (beating) setTimeout(beat, 1);
  };
  beat();
  const started = performance.now();
  const startedOwn = process.cpuUsage();
  const result = await work();
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(startedOwn);
  beating = false;
  return { result, milliseconds, own: (user + system) / 1000, longest, longestOwn };
}

const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};

await main(async () => {
  if (globalThis.gc === undefined) {
    const args = ['--expose-gc', import.meta.filename, ...process.argv.slice(2)];
    process.exitCode = await run(process.execPath, args);
    return;
  }
  await inFolder(measureAll);
});

async function measureAll(folder) {
  const { scan, readCache, writeCache, createPause } = await loadModules(folder, modules);
  const files = await makePapers(folder);
  const before = heap();

  const scanWith = async (known) => {
    const found = new Map();
    const counts = await scan(files, known, largest, {
      stamp: (uri) => stat(uri).then(({ mtimeMs, size }) => ({ mtime: mtimeMs, size })),
      read: ({ uri }) => readFile(uri, 'utf8'),
      pause: createPause(),
      isCancelled: () => false,
      accept: (file) => found.set(file.uri, file),
    });
    return { found, counts };
  };

  const first = await watched(() => scanWith(new Map()));
  const held = heap() - before;
  const lines = await writeCache([...first.result.found.values()], readings, createPause());
  const scanFromCache = async () => {
    const cached = await readCache(lines, readings, createPause());
    return scanWith(new Map(cached.map((file) => [file.uri, file])));
  };
  const second = await watched(scanFromCache);
  await utimes(files[0].uri, new Date(), new Date());
  const third = await watched(scanFromCache);

  const summaries = [...first.result.found.values()].filter(({ summary }) => summary !== null);
  const points = summaries.reduce((sum, { summary }) => sum + summary.keyPoints.length, 0);
  const row = (name, { result, milliseconds, own, longest, longestOwn }) => ({
    run: name,
    ...result.counts,
    milliseconds: Math.round(milliseconds),
    processorMilliseconds: Math.round(own),
    longestStretch: Math.round(longest),
    longestProcessorStretch: Math.round(longestOwn),
  });
  const figures = {
    papers,
    kilobytes,
    listed: summaries.length,
    keyPoints: points,
    heapMegabytes: Math.round(held * 10) / 10,
    cacheMegabytes: Math.round(lines.length / 1e5) / 10,
    node: process.version,
    runs: [
      row('first', first),
      row('again, from the cache', second),
      row('after one change', third),
    ],
  };
  await print(figures);
}

async function print(figures) {
  const lines = [
    `# Index of ${figures.papers} papers of ${figures.kilobytes} kB`,
    '',
    '| run | parsed | unchanged | ms | of it processor | longest stretch, ms | of it processor |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...figures.runs.map(
      (each) =>
        `| ${each.run} | ${each.parsed} | ${each.unchanged} | ${each.milliseconds} | ${each.processorMilliseconds} | ${each.longestStretch} | ${each.longestProcessorStretch} |`,
    ),
    '',
    `${figures.listed} papers with ${figures.keyPoints} key points; the index holds ${figures.heapMegabytes} MB, its cache ${figures.cacheMegabytes} MB. Node ${figures.node}.`,
    '',
  ];
  await report('index', lines, figures);
}

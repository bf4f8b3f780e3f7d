// npm run bench:host [PAPERS] [STARTS] [--profile=FILE]
// In the extension host of the embedded VS Code: how long the extension takes to be activated, beside VS
// Code's own extension for Markdown in the same window; and for how long indexing a folder of papers
// and opening long ones keep the host from other work. --profile writes a CPU profile of the host.
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserOptions } from '../../scripts/host/browser.mjs';
import { main, PlainError, root } from '../../scripts/project.mjs';
import { insideAddress, runInside, writeHostSettings } from '../../scripts/tests/insideHost.mjs';
import { runFolder } from '../../scripts/tests/runFolder.mjs';
import { stageExtension, startTestServer } from '../../scripts/tests/session.mjs';
import { report } from '../runner.mjs';
import { fillFolder } from './folder.mjs';

const numbers = process.argv.slice(2).filter((each) => /^\d+$/.test(each));
const [papers = 300, starts = 5] = numbers.map(Number);
const profile = process.argv.find((each) => each.startsWith('--profile='))?.slice(10) ?? '';
const timeLimit = 600_000;
/** So many windows are opened for each in which both extensions sleep. */
const mostWindows = 6;
const mark = 'bench> ';

async function bundleInside() {
  const outfile = path.join(runFolder('host'), 'inside.cjs');
  await build({
    ...{ absWorkingDir: root, entryPoints: ['bench/host/inside.mjs'], outfile },
    ...{ bundle: true, format: 'cjs', platform: 'node', external: ['vscode'] },
  });
  return outfile;
}

/** The figures of one window. */
async function figuresOf(parts, folder, environment) {
  process.env.BENCH_HOST = JSON.stringify(environment);
  const server = await startTestServer(async (_vscode, dataFolder) => {
    // In a server that was used before, the extension is awake nearly always.
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    await writeHostSettings(dataFolder, { 'git.enabled': false });
  });
  const browser = await chromium.launch(await browserOptions());
  try {
    let figures = null;
    const hear = (said) => {
      for (const line of said.split('\n')) {
        const at = line.indexOf(mark);
        if (at >= 0) figures = JSON.parse(line.slice(at + mark.length));
      }
    };
    const address = insideAddress(server, { ...parts, folder });
    await runInside(await browser.newPage(), address, hear, timeLimit);
    if (figures === null) throw new PlainError('The extension host gave no figures.');
    return figures;
  } finally {
    await browser.close();
    server.stop();
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

await main(async () => {
  // As it is packaged, but for a profile, in which the names of functions are to be read.
  const extension = await stageExtension(profile === '' ? ['--production'] : []);
  const parts = { runner: await bundleInside(), extension };
  const folder = runFolder('papers');
  const { opened, hasCorpus } = await fillFolder(folder, papers);
  const empty = runFolder('empty');
  const activations = [];
  let windows = 0;
  // VS Code wakes the extension in some windows as it starts, before anything can be measured.
  while (activations.length < starts && windows < mostWindows * starts) {
    const peerFirst = activations.length % 2 === 1;
    const { activation } = await figuresOf(parts, empty, { peerFirst });
    if (activation !== null) activations.push(activation);
    windows += 1;
  }
  if (activations.length === 0)
    throw new PlainError(`In none of ${windows} windows did both extensions sleep.`);
  const { runs } = await figuresOf(parts, folder, { opened, profile });
  const of = (who, what) =>
    Math.round(10 * median(activations.map((each) => each[who][what]))) / 10;
  await print({
    papers,
    starts: activations.length,
    windows,
    hasCorpus,
    activation: {
      ours: { clock: of('ours', 'clock'), own: of('ours', 'own') },
      peer: { clock: of('peer', 'clock'), own: of('peer', 'own') },
    },
    runs,
  });
});

async function print(figures) {
  const { ours, peer } = figures.activation;
  const whole = (value) => Math.round(value);
  const lines = [
    '# In the extension host',
    '',
    `Activation, the median of the ${figures.starts} of ${figures.windows} windows in which both extensions slept until then.`,
    '',
    '| extension | ms | of it processor |',
    '| --- | ---: | ---: |',
    `| this one | ${ours.clock} | ${ours.own} |`,
    `| VS Code’s Markdown Language Features | ${peer.clock} | ${peer.own} |`,
    '',
    `A folder of ${figures.papers} papers made of the samples${figures.hasCorpus ? ', and the corpus' : '; the corpus is absent'}. A stretch is a time in which nothing else could run in the host; “processor” is what the host’s own thread worked.`,
    '',
    '| what | ms | processor ms | longest stretch, ms | of it processor | stretches over 50 ms | of processor |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...figures.runs.map(
      (each) =>
        `| ${each.what} | ${whole(each.milliseconds)} | ${whole(each.own)} | ${whole(each.longest)} | ${whole(each.longestOwn)} | ${each.overClock} | ${each.overOwn} |`,
    ),
    '',
  ];
  await report('host', lines, figures);
}

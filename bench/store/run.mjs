// npm run bench:store [ANNOTATIONS] [PAPERS]
// What it takes to open a store, to change it and to tidy it, with its files on this machine's disk:
// time, and bytes written for one change. Beside it what a change takes in a store that is one value
// written whole, as a state of VS Code is.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { main } from '../../scripts/project.mjs';
import { inFolder, loadModules, report } from '../runner.mjs';

const annotations = Number(process.argv[2] ?? 10_000);
const papers = Number(process.argv[3] ?? 100);
const changes = 200;

/** A folder of this machine's disk that counts what is written to it. */
function diskFolder(folder, count) {
  const at = (name) => path.join(folder, name);
  return {
    list: () => readdir(folder).catch(() => []),
    read: (name) => readFile(at(name), 'utf8').catch(() => null),
    async write(name, text) {
      await mkdir(folder, { recursive: true });
      count.bytes += Buffer.byteLength(text);
      await writeFile(at(name), text);
    },
    rename: (from, to) => rename(at(from), at(to)),
    remove: (name) => rm(at(name)),
  };
}

/** A state that keeps everything in one value, which is written whole. */
function wholeState(file, count) {
  let values = {};
  return {
    keys: () => Object.keys(values),
    get: (key) => values[key],
    async update(key, value) {
      values = { ...values, [key]: value };
      if (value === undefined) delete values[key];
      if (file === null) return;
      const text = JSON.stringify(values);
      count.bytes += Buffer.byteLength(text);
      await writeFile(file, text);
    },
  };
}

const uriOf = (paper) => `file:///papers/paper-${paper}.md`;
const time = '2026-03-02T09:00:00.000Z';

function makeAnnotation(index) {
  const exact = `the measure numbered ${index} that the ministries agreed upon in the second round`;
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    target: {
      exact,
      prefix: 'p'.repeat(32),
      suffix: 's'.repeat(32),
      start: index,
      end: index + 70,
    },
    category: 'evidence',
    note: 'Compare with the table in the annex, and ask the authors for the source of this figure.',
    tags: ['water', 'finance'],
    status: 'open',
    confidence: null,
    author: 'Ana Lyst',
    created: time,
    modified: time,
    revision: 1,
    replies: [],
  };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const ninetyFifth = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)];

async function measured(count, work) {
  const before = count.bytes;
  const started = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - started, bytes: count.bytes - before };
}

async function edit(change, count, made) {
  const times = [];
  const bytes = [];
  for (let index = 0; index < changes; index += 1) {
    const target = Math.floor((index * made) / changes);
    const { milliseconds, bytes: written } = await measured(count, () => change(target, index));
    times.push(milliseconds);
    bytes.push(written);
  }
  return { median: median(times), ninetyFifth: ninetyFifth(times), bytes: median(bytes) };
}

async function benchStore(parts, folder, made, inPapers) {
  const count = { bytes: 0 };
  const folders = {
    journal: diskFolder(path.join(folder, 'journal'), count),
    papers: diskFolder(path.join(folder, 'papers'), count),
  };
  const state = wholeState(null, count);
  const paperOf = (index) => uriOf(index % inPapers);
  let clock = Date.parse(time);
  const open = (writer) =>
    parts.openAnnotationStore({
      state: parts.openStateRecords(state, () => Promise.resolve()),
      journal: parts.createJournal(folders, writer),
      isStateApart: true,
      now: () => new Date(clock).toISOString(),
      tell: () => undefined,
    });
  const store = open('first');
  await store.start();
  const all = Array.from({ length: made }, (_, index) => index);
  const filling = await measured(count, () =>
    store.change(
      all.map((each) => ({ type: 'add', uri: paperOf(each), annotation: makeAnnotation(each) })),
    ),
  );
  clock += 3_600_000;
  const tidying = await measured(count, () => store.settle());
  await store.save();
  const changing = await edit(
    (target, index) =>
      store.change([
        {
          ...{ type: 'edit', uri: paperOf(target), id: makeAnnotation(target).id },
          ...{ from: {}, to: { note: `Note ${index}` } },
        },
      ]),
    count,
    made,
  );
  await store.save();
  const second = open('second');
  const opening = await measured(count, () => second.start());
  const found = second.records().reduce((sum, record) => sum + record.annotations.length, 0);
  if (found !== made) throw new Error(`${found} of ${made} annotations are there`);
  return { filling, tidying, changing, opening };
}

async function benchWhole(folder, made) {
  const count = { bytes: 0 };
  const state = wholeState(path.join(folder, 'whole.json'), count);
  const values = Array.from({ length: made }, (_, index) => makeAnnotation(index));
  const changing = await edit(
    (target, index) => {
      values[target] = { ...values[target], note: `Note ${index}` };
      return state.update('annotations', values);
    },
    count,
    made,
  );
  return { changing };
}

const modules = ['annotationStore', 'journal', 'stateRecords', 'archive'];

await main(() =>
  inFolder(async (folder) => {
    const parts = await loadModules(
      folder,
      modules.map((each) => `core/store/${each}.ts`),
    );
    const rows = [];
    const scenarios = [
      ['many papers', annotations, papers],
      ['many papers, a tenth of it', annotations / 10, papers],
      ['one paper', annotations, 1],
    ];
    for (const [index, [name, made, inPapers]] of scenarios.entries()) {
      const ours = await benchStore(parts, path.join(folder, String(index)), made, inPapers);
      rows.push({ name, made, papers: inPapers, ...ours });
    }
    const whole = await benchWhole(folder, annotations);
    await print(rows, whole);
  }),
);

async function print(rows, whole) {
  const one = (value) => value.toFixed(1);
  const lines = [
    '# Store',
    '',
    '| annotations | papers | add all, ms | open, ms | tidy, ms | change, median ms | 95 % ms | bytes for a change |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(
      ({ made, papers: inPapers, filling, opening, tidying, changing }) =>
        `| ${made} | ${inPapers} | ${one(filling.milliseconds)} | ${one(opening.milliseconds)} | ${one(tidying.milliseconds)} | ${one(changing.median)} | ${one(changing.ninetyFifth)} | ${changing.bytes} |`,
    ),
    `| ${annotations} | one value, written whole | | | | ${one(whole.changing.median)} | ${one(whole.changing.ninetyFifth)} | ${whole.changing.bytes} |`,
    '',
    `One value written whole takes ${(whole.changing.bytes / rows[0].changing.bytes).toFixed(0)} times the bytes and ${(whole.changing.median / rows[0].changing.median).toFixed(1)} times the time for a change. Node ${process.version}.`,
    '',
  ];
  await report('store', lines, { rows, whole });
}

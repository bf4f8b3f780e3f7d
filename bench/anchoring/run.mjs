// npm run bench:anchoring -- [--quick] [--set usual|other] [--sizes 10k,100k,1m] [--seeds N] [--seed-base N]
//   [--only ID,ID] [--scenarios NAME,NAME] [--rounds N] [--no-speed] [--no-accuracy]
// How well and how fast annotations find their places again, ours beside the peers. See README.md.
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { measureAccuracy } from './accuracy.mjs';
import { sets } from './cases/corpus.mjs';
import { scenarioNames } from './cases/scenarios.mjs';
import { implementations, load } from './implementations.mjs';
import { accuracyTables, comparison, implementationTable, speedTables } from './report.mjs';
import { measureSpeed } from './speed.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    set: { type: 'string', default: 'usual' },
    sizes: { type: 'string' },
    seeds: { type: 'string' },
    'seed-base': { type: 'string', default: '9001' },
    only: { type: 'string' },
    scenarios: { type: 'string' },
    rounds: { type: 'string' },
    'no-speed': { type: 'boolean', default: false },
    'no-accuracy': { type: 'boolean', default: false },
  },
});
const { quick, set } = values;
const sizes = (values.sizes ?? (quick ? '10k,100k' : '10k,100k,1m')).split(',');
const usual = quick ? { '10k': 2, '100k': 1, '1m': 1 } : { '10k': 6, '100k': 3, '1m': 1 };
const seeds = Object.fromEntries(sizes.map((size) => [size, Number(values.seeds ?? usual[size])]));
const seedBase = Number(values['seed-base']);
const rounds = Number(values.rounds ?? (quick ? 1 : 3));
const scenarios = values.scenarios?.split(',') ?? scenarioNames;
const wanted = values.only?.split(',') ?? implementations.map(({ id }) => id);
const chosen = [];
for (const id of wanted) chosen.push(await load(id));

const report = [
  `# Anchoring: set ${set}, seeds from ${seedBase}, sizes ${sizes.join(', ')}`,
  `Node ${process.version}, ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores.`,
  implementationTable(chosen),
];
const results = { set, seedBase, sizes, scenarios, node: process.version };
if (!values['no-accuracy']) {
  const accuracy = await measureAccuracy(chosen, { set, sizes, seeds, seedBase, scenarios });
  results.tallies = Object.fromEntries(accuracy.tallies);
  report.push(...accuracyTables(accuracy, scenarios), ...comparison(accuracy, chosen, scenarios));
}
if (!values['no-speed']) {
  const corpus = sets[set][0];
  results.speed = await measureSpeed(
    chosen.filter(({ isTimed }) => isTimed !== false),
    { sizes, corpus, seedBase, rounds, quick },
  );
  report.push(...speedTables(results.speed, chosen));
}
const text = `${report.join('\n\n')}\n`;
console.log(text);
const folder = new URL('../results/', import.meta.url);
await mkdir(folder, { recursive: true });
const name = set === 'usual' ? 'anchoring' : `anchoring-${set}`;
await writeFile(new URL(`${name}.md`, folder), text);
await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(results, null, 2)}\n`);
// A DOM of one of the peers keeps the process alive.
process.exit(0);

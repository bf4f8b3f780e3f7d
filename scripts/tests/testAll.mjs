import process from 'node:process';
import { installDependencies } from '../dependencies.mjs';
import { main, run, runThenPrint } from '../project.mjs';
import { takeTotals } from './totals.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {readonly string[]} command what Node runs
 * @property {string} [suite] of which the tests are counted; else the stage counts as one
 */

/**
 * Stages that need one core each and no window of VS Code. Those of a lane run one after the other, the
 * lanes side by side.
 *
 * @type {readonly (readonly Stage[])[]}
 */
const lanes = [
  [
    { name: 'Types', command: ['node_modules/typescript/bin/tsc', '-b'] },
    { name: 'Lint', command: ['node_modules/eslint/bin/eslint.js', '.'] },
  ],
  [
    { name: 'Formatting', command: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'] },
    { name: 'Unused code', command: ['node_modules/knip/bin/knip.js'] },
    { name: 'Core', command: ['scripts/testCore.mjs', '--coverage'], suite: 'core' },
    { name: 'Readers', command: ['scripts/testReaders.mjs'], suite: 'readers' },
  ],
  [
    { name: 'VS Code and a browser', command: ['scripts/host/prepare.mjs'] },
    { name: 'Build', command: ['esbuild.mjs'] },
    { name: 'Reading view in a browser', command: ['scripts/testWebview.mjs'], suite: 'webview' },
  ],
];

/**
 * Stages that run alone: a window of VS Code takes all that two cores give.
 *
 * @type {readonly Stage[]}
 */
const windowStages = [
  { name: 'Extension host', command: ['scripts/testExtension.mjs'], suite: 'extension' },
  { name: 'Workbench', command: ['scripts/testWorkbench.mjs'], suite: 'workbench' },
  { name: 'Faults', command: ['scripts/testFaults.mjs'], suite: 'faults' },
  {
    name: 'Packaged extension',
    command: ['scripts/testWorkbench.mjs', '--packaged'],
    suite: 'packaged',
  },
];

/** Runs every stage, also after one failed, and prints what came of them. */
export async function testAll() {
  const results = [];
  await main(async () => {
    results.push({ name: 'Packages', passed: 0, failed: 1, skipped: 0, seconds: 0 });
    await installDependencies();
    results.pop();
    console.log('\nChecking what needs no window, side by side …');
    const early = await Promise.all(lanes.map((lane) => runLane(lane)));
    results.push(...early.flat());
    for (const stage of windowStages) results.push(await runStage(stage, 'at once'));
  });
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log('');
  for (const { name, passed, failed, skipped, seconds } of results) {
    const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
    console.log(`${failed > 0 ? '✖' : '✔'} ${name}: ${counts} (${seconds} s)`);
  }
  if (sum('failed') > 0) process.exitCode = 1;
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}

async function runLane(stages) {
  const results = [];
  for (const stage of stages) results.push(await runStage(stage, 'at the end'));
  return results;
}

/** @param {'at once' | 'at the end'} printed when it is printed what a stage says: lanes must not talk at once */
async function runStage({ name, command, suite }, printed) {
  const title = `\n── ${name}`;
  if (printed === 'at once') console.log(title);
  if (suite) takeTotals(suite);
  const started = Date.now();
  // What the stages test is built once, by a stage of its own.
  const options = { env: { ...process.env, TEST_BUILT: 'true' } };
  const code =
    printed === 'at once'
      ? await run(process.execPath, command, options)
      : await runThenPrint(title, process.execPath, command, options);
  const seconds = Math.round((Date.now() - started) / 1000);
  const totals = suite ? takeTotals(suite) : { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  const { passed = 0, failed = 0, skipped = 0 } = totals ?? {};
  // A run can fail without a failed test: too little coverage, or no run at all.
  return { name, passed, failed: code === 0 ? failed : Math.max(failed, 1), skipped, seconds };
}

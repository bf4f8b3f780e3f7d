// node --enable-source-maps scripts/tests/runMocha.mjs --suite NAME [--grep WORDS] [--timeout MS] [--reporter NAME] FILES…
// Runs bundled tests in this process and leaves the totals in out/results/NAME.json.
import Mocha from 'mocha';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { writeTotals } from './totals.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    suite: { type: 'string', default: 'tests' },
    grep: { type: 'string' },
    timeout: { type: 'string', default: '10000' },
    reporter: { type: 'string', default: 'dot' },
  },
});

const mocha = new Mocha({ ui: 'bdd', reporter: values.reporter, timeout: Number(values.timeout) });
if (values.grep) mocha.grep(values.grep).reporter('spec');
if (process.env.CI) mocha.forbidOnly();
for (const file of positionals) mocha.addFile(file);
await mocha.loadFilesAsync();

/** @type {Record<string, {passed: number, failed: number, skipped: number}>} */
const files = {};
const count = (test, what) => {
  const file = test.file ?? test.parent?.file ?? '';
  files[file] ??= { passed: 0, failed: 0, skipped: 0 };
  files[file][what] += 1;
};

const runner = mocha.run((failures) => {
  const { passes = 0, pending = 0 } = runner.stats ?? {};
  writeTotals(values.suite, { passed: passes, failed: failures, skipped: pending, files });
  process.exitCode = failures > 0 ? 1 : 0;
});
runner.on('pass', (test) => count(test, 'passed'));
runner.on('fail', (test) => count(test, 'failed'));
runner.on('pending', (test) => count(test, 'skipped'));

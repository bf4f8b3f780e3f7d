// node scripts/testCore.mjs [WORDS OF A TEST'S NAME] [--coverage]
// Runs test/core in this Node. --coverage fails below 95 % of the lines or 93 % of the branches of src/core.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { main, run } from './project.mjs';
import { bundleTests } from './tests/bundleTests.mjs';
import { runFolder } from './tests/runFolder.mjs';

const coverage = process.argv.includes('--coverage');
const grep = process.argv
  .slice(2)
  .filter((arg) => !arg.startsWith('--'))
  .join(' ');

const c8 = [
  fileURLToPath(import.meta.resolve('c8/bin/c8.js')),
  ...['--include', 'src/core/**', '--exclude-after-remap', '--reporter', 'text', '--skip-full'],
  ...['--check-coverage', '--lines', '95', '--branches', '93', '--statements', '0'],
  ...['--functions', '0', '--temp-directory', runFolder('coverage')],
  process.execPath,
];

await main(async () => {
  const files = await bundleTests('core', coverage ? { wholeLayer: 'src/core' } : {});
  const args = [
    ...(coverage ? c8 : []),
    ...['--enable-source-maps', 'scripts/tests/runMocha.mjs', '--suite', 'core'],
    ...(grep ? ['--grep', grep] : []),
    ...files,
  ];
  process.exitCode = await run(process.execPath, args);
});

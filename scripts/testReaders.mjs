// node scripts/testReaders.mjs [WORDS OF A TEST'S NAME]
// Runs test/readers, the tests of what turns files into documents, in this Node.
import process from 'node:process';
import { main, run } from './project.mjs';
import { bundleTests } from './tests/bundleTests.mjs';

const grep = process.argv.slice(2).join(' ');

await main(async () => {
  const files = await bundleTests('readers');
  const args = [
    ...['--enable-source-maps', 'scripts/tests/runMocha.mjs', '--suite', 'readers'],
    ...(grep ? ['--grep', grep] : []),
    ...files,
  ];
  process.exitCode = await run(process.execPath, args);
});

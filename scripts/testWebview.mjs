// node scripts/testWebview.mjs [WORDS OF A TEST'S NAME]
// Runs test/webview: the built page of the reading view alone in a browser, without VS Code.
import process from 'node:process';
import { main } from './project.mjs';
import { bundleTests } from './tests/bundleTests.mjs';
import { browserEnvironment, runTests, buildExtension } from './tests/session.mjs';

await main(async () => {
  await buildExtension();
  const files = await bundleTests('webview');
  process.exitCode = await runTests('webview', files, {
    env: await browserEnvironment(),
    timeout: 20_000,
    secondTry: true,
    grep: process.argv.slice(2).join(' '),
  });
});

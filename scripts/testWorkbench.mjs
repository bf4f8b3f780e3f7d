// node scripts/testWorkbench.mjs [WORDS OF A TEST'S NAME] [--packaged]
// Runs test/workbench: a browser on a real VS Code with the extension as it is built.
// --packaged: test/packaged instead, with the .vsix installed as a user does.
import process from 'node:process';
import { installExtension } from './host/server.mjs';
import { packageQuietly } from './packageExtension.mjs';
import { main } from './project.mjs';
import { bundleTests } from './tests/bundleTests.mjs';
import { runFolder } from './tests/runFolder.mjs';
import { browserEnvironment, runTests, stageExtension, startTestServer } from './tests/session.mjs';

const packaged = process.argv.includes('--packaged');
const words = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));

async function startPackaged() {
  const vsix = await packageQuietly(runFolder('package'));
  return startTestServer((vscode, dataFolder) => installExtension(vscode, dataFolder, vsix));
}

await main(async () => {
  const suite = packaged ? 'packaged' : 'workbench';
  const files = await bundleTests(suite);
  const server = packaged ? await startPackaged() : await startTestServer();
  process.exitCode = await runTests(suite, files, {
    env: {
      ...(await browserEnvironment()),
      ...(packaged ? {} : { TEST_EXTENSION: await stageExtension() }),
      TEST_SERVER: server.origin,
      TEST_SERVER_DATA: server.dataFolder,
    },
    timeout: 180_000,
    secondTry: true,
    grep: words.join(' '),
  });
  server.stop();
});

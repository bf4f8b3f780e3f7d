// node scripts/testWorkbench.mjs [WORDS OF A TEST'S NAME]
// Runs test/workbench: a browser on a real VS Code with the extension as it is built.
import process from 'node:process';
import { main } from './project.mjs';
import { bundleTests } from './tests/bundleTests.mjs';
import { browserEnvironment, runTests, stageExtension, startTestServer } from './tests/session.mjs';

await main(async () => {
  const files = await bundleTests('workbench');
  const env = {
    ...(await browserEnvironment()),
    TEST_EXTENSION: await stageExtension(),
  };
  const server = await startTestServer();
  process.exitCode = await runTests('workbench', files, {
    env: { ...env, TEST_SERVER: server.origin, TEST_SERVER_DATA: server.dataFolder },
    timeout: 180_000,
    grep: process.argv.slice(2).join(' '),
  });
  server.stop();
});

// node scripts/screenshots.mjs
// Makes the README's pictures in media/readme: the extension as it is built, in a real VS Code.
import process from 'node:process';
import { main } from './project.mjs';
import { bundleTests } from './tests/bundleTests.mjs';
import { browserEnvironment, runTests, stageExtension, startTestServer } from './tests/session.mjs';

await main(async () => {
  const files = await bundleTests('screenshots');
  const env = { ...(await browserEnvironment()), TEST_EXTENSION: await stageExtension() };
  const server = await startTestServer();
  process.exitCode = await runTests('screenshots', files, {
    env: { ...env, TEST_SERVER: server.origin, TEST_SERVER_DATA: server.dataFolder },
  });
  server.stop();
});

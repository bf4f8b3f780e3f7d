// node scripts/testExtension.mjs [WORDS OF A TEST'S NAME]
// Runs test/extension inside the extension host of the embedded VS Code, in front of a browser.
import { cp } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { browserOptions } from './host/browser.mjs';
import { main, root } from './project.mjs';
import { bundleForHost } from './tests/bundleForHost.mjs';
import { passOnTestOutput } from './tests/hostOutput.mjs';
import { insideAddress, runInside, writeHostSettings } from './tests/insideHost.mjs';
import { runFolder } from './tests/runFolder.mjs';
import { stageExtension, startTestServer } from './tests/session.mjs';

/** Longest time for all tests, in milliseconds; a host that hangs says nothing by itself. */
const timeLimit = 300_000;

await main(async () => {
  const runner = await bundleForHost();
  const extension = await stageExtension();
  const folder = runFolder('papers');
  await cp(path.join(root, 'samples'), folder, { recursive: true });
  process.env.TEST_GREP = process.argv.slice(2).join(' ');
  const server = await startTestServer((_vscode, dataFolder) => writeHostSettings(dataFolder));
  const browser = await chromium.launch(await browserOptions());
  const address = insideAddress(server, { folder, extension, runner });
  const runTests = (page) => runInside(page, address, passOnTestOutput, timeLimit);
  try {
    const page = await browser.newPage();
    process.exitCode = await runTests(page);
    if (process.exitCode === 0) return;
    await page.close();
    // VS Code opens texts of its own as it starts, now and then early enough to wake the extension.
    console.log('\nA window can be slow. Once more:');
    process.exitCode = await runTests(await browser.newPage());
  } finally {
    await browser.close();
    server.stop();
  }
});

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
  process.env.TEST_GREP = process.argv.slice(2).join(' ');
  const server = await startTestServer((_vscode, dataFolder) => writeHostSettings(dataFolder));
  const browser = await chromium.launch(await browserOptions());
  /** In a folder of its own, in which VS Code has nothing to restore. */
  const runTests = async (name) => {
    const folder = runFolder(name);
    await cp(path.join(root, 'samples'), folder, { recursive: true });
    const page = await browser.newPage();
    const address = insideAddress(server, { folder, extension, runner });
    const code = await runInside(page, address, passOnTestOutput, timeLimit);
    await page.close();
    return code;
  };
  try {
    process.exitCode = await runTests('papers');
    if (process.exitCode === 0) return;
    console.log('\nA window can be slow. Once more:');
    process.exitCode = await runTests('papers-again');
  } finally {
    await browser.close();
    server.stop();
  }
});

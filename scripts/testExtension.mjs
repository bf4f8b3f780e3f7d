// node scripts/testExtension.mjs [WORDS OF A TEST'S NAME]
// Runs test/extension inside the extension host of the embedded VS Code, in front of a browser.
import { cp } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { browserOptions } from './host/browser.mjs';
import { writeSettings } from './host/server.mjs';
import { main, PlainError, root } from './project.mjs';
import { bundleForHost } from './tests/bundleForHost.mjs';
import { passOnTestOutput } from './tests/hostOutput.mjs';
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
  const server = await startTestServer((_vscode, dataFolder) =>
    writeSettings(dataFolder, {
      'security.workspace.trust.enabled': false,
      'workbench.startupEditor': 'none',
      'chat.disableAIFeatures': true,
      'files.autoSave': 'off',
    }),
  );
  const browser = await chromium.launch(await browserOptions());
  const address = addressOf(server, folder, extension, runner);
  try {
    const page = await browser.newPage();
    process.exitCode = await runInside(page, address);
    if (process.exitCode === 0) return;
    await page.close();
    // VS Code opens texts of its own as it starts, now and then early enough to wake the extension.
    console.log('\nA window can be slow. Once more:');
    process.exitCode = await runInside(await browser.newPage(), address);
  } finally {
    await browser.close();
    server.stop();
  }
});

function addressOf(server, folder, extension, runner) {
  const address = new URL(server.origin);
  const uri = (file) => `vscode-remote://${address.host}${file}`;
  const payload = [
    ['extensionDevelopmentPath', uri(extension)],
    ['extensionTestsPath', uri(runner)],
  ];
  address.searchParams.set('folder', folder);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/** Opens the window and passes on what the tests print; gives their exit code. */
async function runInside(page, address) {
  const ended = new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new PlainError('The tests in the extension host did not end.')),
      timeLimit,
    );
    void page.exposeFunction('codeAutomationLog', (_type, args) =>
      passOnTestOutput(args.map(String).join(' ')),
    );
    void page.exposeFunction('codeAutomationExit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
  await page.goto(address);
  return ended;
}

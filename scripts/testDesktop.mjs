// node scripts/testDesktop.mjs [WORDS OF A TEST'S NAME]
// Runs test/extension inside the extension host of desktop VS Code: of the one that
// VSCODE_EXECUTABLE names, else of one that is downloaded.
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { Writable } from 'node:stream';
import { hostFolder, main, PlainError, root } from './project.mjs';
import { bundleForHost } from './tests/bundleForHost.mjs';
import { passOnTestOutput } from './tests/hostOutput.mjs';
import { runFolder } from './tests/runFolder.mjs';
import { stageExtension } from './tests/session.mjs';

await main(async () => {
  const vscodeExecutablePath = process.env.VSCODE_EXECUTABLE ?? (await download());
  const folder = runFolder('papers');
  await cp(path.join(root, 'samples'), folder, { recursive: true });
  process.exitCode = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: await stageExtension(),
    extensionTestsPath: await bundleForHost(),
    extensionTestsEnv: { TEST_GREP: process.argv.slice(2).join(' ') },
    launchArgs: [
      ...[folder, '--disable-extensions', '--disable-workspace-trust'],
      ...['--user-data-dir', runFolder('user')],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    stdout: new Writable({
      write(chunk, _encoding, done) {
        passOnTestOutput(String(chunk));
        done();
      },
    }),
  }).catch(() => 1);
});

async function download() {
  try {
    const cachePath = path.join(hostFolder, 'desktop');
    return await downloadAndUnzipVSCode({ cachePath, reporter: new SilentReporter() });
  } catch {
    throw new PlainError(
      'Desktop VS Code can’t be downloaded here: connect, or set VSCODE_EXECUTABLE to an installed one.',
    );
  }
}

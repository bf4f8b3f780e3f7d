// node scripts/testFaults.mjs [ROUNDS] [WORDS OF A TEST'S NAME]
// Runs test/faults: what becomes of annotations when VS Code is killed, the disk is full, two windows
// write, files are moved. ROUNDS is how often it is killed; once if left out.
import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { freePort, serverArguments } from './host/server.mjs';
import { getVSCode } from './host/vscode.mjs';
import { main, root } from './project.mjs';
import { bundleTests } from './tests/bundleTests.mjs';
import { runFolder } from './tests/runFolder.mjs';
import { browserEnvironment, runTests, stageExtension } from './tests/session.mjs';

const fewRounds = '1';
const [first = '', ...others] = process.argv.slice(2);
const hasRounds = /^\d+$/.test(first);
const words = hasRounds ? others : [first, ...others];

/** The extension that makes annotations, by the commands that a user has, and says what is shown. */
async function installDriver(dataFolder) {
  // A server that has no list of its extensions yet takes what it finds.
  const folder = path.join(dataFolder, 'extensions/test.driver-1.0.0');
  await mkdir(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['test/faults/driver/driver.ts'],
    outfile: path.join(folder, 'driver.cjs'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
  });
  const manifest = {
    ...{ name: 'driver', publisher: 'test', version: '1.0.0', engines: { vscode: '^1.100.0' } },
    ...{ main: './driver.cjs', activationEvents: ['*'] },
  };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
}

await main(async () => {
  const vscode = await getVSCode();
  const port = await freePort();
  const dataFolder = runFolder('data');
  const extension = await stageExtension();
  await installDriver(dataFolder);
  const files = await bundleTests('faults');
  process.exitCode = await runTests('faults', files, {
    env: {
      ...(await browserEnvironment()),
      FAULT_ROUNDS: hasRounds ? first : fewRounds,
      FAULT_SERVER: JSON.stringify({
        program: vscode.node,
        args: serverArguments(vscode, { dataFolder, port, forTests: true }),
        origin: `http://127.0.0.1:${port}`,
        dataFolder,
        extension,
      }),
    },
    timeout: 3_600_000,
    secondTry: !hasRounds,
    grep: words.join(' ').trim(),
  });
});

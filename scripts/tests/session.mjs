import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { browserOptions } from '../host/browser.mjs';
import { freePort, startServer } from '../host/server.mjs';
import { getVSCode } from '../host/vscode.mjs';
import { PlainError, root, run } from '../project.mjs';
import { runFolder } from './runFolder.mjs';

/**
 * Starts a VS Code server with nothing in its data folder.
 *
 * @param {(vscode: import('../host/vscode.mjs').VSCode, dataFolder: string) => Promise<void>} [prepare]
 */
export async function startTestServer(prepare) {
  const vscode = await getVSCode();
  const dataFolder = runFolder('data');
  await prepare?.(vscode, dataFolder);
  return startServer(vscode, { dataFolder, port: await freePort(), forTests: true });
}

/** Builds the extension into dist. */
export async function buildExtension() {
  if ((await run(process.execPath, ['esbuild.mjs'])) !== 0) {
    throw new PlainError('The extension could not be built.');
  }
}

/**
 * Builds the extension and puts it where no later build changes it under a running test.
 *
 * @returns {Promise<string>} its folder
 */
export async function stageExtension() {
  await buildExtension();
  const folder = runFolder('extension');
  for (const name of ['package.json', 'package.nls.json', 'dist', 'media']) {
    await cp(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  return folder;
}

/**
 * Runs bundled tests in a Node of their own.
 *
 * @param {string} suite
 * @param {readonly string[]} files
 * @param {{env?: Readonly<Record<string, string>>, timeout?: number, grep?: string}} options
 * @returns {Promise<number>} the exit code
 */
export async function runTests(suite, files, { env = {}, timeout = 10_000, grep = '' }) {
  await mkdir(path.join(root, 'out/failures'), { recursive: true });
  const args = [
    ...[
      '--enable-source-maps',
      'scripts/tests/runMocha.mjs',
      '--suite',
      suite,
      '--reporter',
      'spec',
    ],
    ...['--timeout', String(timeout), ...(grep ? ['--grep', grep] : [])],
    ...files,
  ];
  return run(process.execPath, args, { env: { ...process.env, ...env } });
}

/**
 * What tests that need a browser find in their environment.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function browserEnvironment() {
  return { TEST_BROWSER: JSON.stringify(await browserOptions()) };
}

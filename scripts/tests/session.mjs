import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { browserOptions } from '../host/browser.mjs';
import { freePort, startServer } from '../host/server.mjs';
import { getVSCode } from '../host/vscode.mjs';
import { PlainError, root, run } from '../project.mjs';
import { runFolder } from './runFolder.mjs';
import { takeTotals, writeTotals } from './totals.mjs';

/** More files with failures than this are no slow window. */
const mostTriedAgain = 3;

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

/**
 * Builds the extension into dist, unless who runs this has done so.
 *
 * @param {readonly string[]} [options] of esbuild.mjs
 */
export async function buildExtension(options = []) {
  if (process.env.TEST_BUILT === 'true' && options.length === 0) return;
  if ((await run(process.execPath, ['esbuild.mjs', ...options])) !== 0) {
    throw new PlainError('The extension could not be built.');
  }
}

/**
 * Builds the extension and puts it where no later build changes it under a running test.
 *
 * @param {readonly string[]} [options] of esbuild.mjs
 * @returns {Promise<string>} its folder
 */
export async function stageExtension(options = []) {
  await buildExtension(options);
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
 * @param {{env?: Readonly<Record<string, string>>, timeout?: number, grep?: string, secondTry?: boolean}} options
 *   `secondTry`: a few files with failures run once more, and count as they end then
 * @returns {Promise<number>} the exit code
 */
export async function runTests(suite, files, options) {
  const code = await runOnce(suite, files, options);
  if (code === 0 || options.secondTry !== true) return code;
  const first = takeTotals(suite);
  const failed = Object.entries(first?.files ?? {}).filter(([, counts]) => counts.failed > 0);
  if (first === null || failed.length === 0 || failed.length > mostTriedAgain) {
    if (first !== null) writeTotals(suite, first);
    return code;
  }
  const names = failed.map(([file]) => file);
  console.log(
    `\nA window can be slow. Once more: ${names.map((file) => path.basename(file)).join(', ')}`,
  );
  const again = await runOnce(suite, names, options);
  const second = takeTotals(suite);
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    first[key] -
    failed.reduce((total, [, counts]) => total + counts[key], 0) +
    (second?.[key] ?? 0);
  writeTotals(suite, { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') });
  return again;
}

async function runOnce(suite, files, { env = {}, timeout = 10_000, grep = '' }) {
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

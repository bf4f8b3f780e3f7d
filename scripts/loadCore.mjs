import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { filesBelow, PlainError, root, run } from './project.mjs';

/** Standard output stays free for what a script prints. */
const onlyErrors = { stdio: ['ignore', process.stderr, process.stderr] };

/**
 * The core as a module; installs and builds first what is missing or older than the sources.
 *
 * @returns {Promise<typeof import('../src/core/core.ts')>}
 */
export function loadCore() {
  return load('core', ['core']);
}

/**
 * The readers of HTML, PDF and Word by format, likewise, and what tells the formats.
 *
 * @returns {Promise<{
 *   readers: ReturnType<typeof import('../src/readers/readers.ts').createReaders>,
 *   sniff: typeof import('../src/readers/readers.ts').sniff,
 * }>}
 */
export async function loadReaders() {
  const { createReaders, sniff } = await load('readers', ['core', 'readers']);
  const packaged = path.dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  const asset = async (name) => new Uint8Array(await readFile(path.join(packaged, name)));
  return { readers: createReaders(asset), sniff };
}

async function load(name, layers) {
  const built = path.join(root, 'dist', `${name}.mjs`);
  if (await isStale(built, layers)) {
    if (!existsSync(path.join(root, 'node_modules', 'esbuild'))) {
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
      const shell = process.platform === 'win32';
      if ((await run(npm, ['ci', '--no-audit', '--no-fund'], { ...onlyErrors, shell })) !== 0)
        throw new PlainError('The packages that the build needs could not be installed.');
    }
    if ((await run(process.execPath, ['esbuild.mjs', `--only=${name}`], onlyErrors)) !== 0)
      throw new PlainError(`The ${name} could not be built.`);
  }
  return import(pathToFileURL(built).href);
}

async function isStale(built, layers) {
  if (!existsSync(built)) return true;
  const folders = await Promise.all(
    layers.map((layer) => filesBelow(path.join(root, 'src', layer), '.ts')),
  );
  const times = await Promise.all(folders.flat().map(async (file) => (await stat(file)).mtimeMs));
  return (await stat(built)).mtimeMs < Math.max(0, ...times);
}

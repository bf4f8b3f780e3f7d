import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { filesBelow, PlainError, root, run } from './project.mjs';

const built = path.join(root, 'dist', 'core.mjs');
/** Standard output stays free for what a script prints. */
const onlyErrors = { stdio: ['ignore', process.stderr, process.stderr] };

/**
 * The core as a module; installs and builds first what is missing or older than the sources.
 *
 * @returns {Promise<typeof import('../src/core/core.ts')>}
 */
export async function loadCore() {
  if (await isStale()) {
    if (!existsSync(path.join(root, 'node_modules', 'esbuild'))) {
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
      const shell = process.platform === 'win32';
      if ((await run(npm, ['ci', '--no-audit', '--no-fund'], { ...onlyErrors, shell })) !== 0)
        throw new PlainError('The packages that the build needs could not be installed.');
    }
    if ((await run(process.execPath, ['esbuild.mjs', '--only=core'], onlyErrors)) !== 0)
      throw new PlainError('The core could not be built.');
  }
  return import(pathToFileURL(built).href);
}

async function isStale() {
  if (!existsSync(built)) return true;
  const sources = await filesBelow(path.join(root, 'src', 'core'), '.ts');
  const times = await Promise.all(sources.map(async (file) => (await stat(file)).mtimeMs));
  return (await stat(built)).mtimeMs < Math.max(0, ...times);
}

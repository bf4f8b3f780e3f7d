import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { filesBelow, PlainError, root, run } from './project.mjs';

/**
 * Builds for production, within the size budget, and packages what .vscodeignore allows.
 *
 * @param {string} [folder] where the package is put
 * @returns {Promise<string>} path of the .vsix
 */
export async function packageExtension(folder = root) {
  if ((await run(process.execPath, ['esbuild.mjs', '--production'])) !== 0) {
    throw new PlainError('The extension could not be built.');
  }
  const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const packagePath = path.join(folder, `${name}-${version}.vsix`);
  const { createVSIX } = await import('@vscode/vsce');
  // Everything is bundled, and the README's pictures are in the package.
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
  });
  return packagePath;
}

/**
 * Does the same without the packager's listing.
 *
 * @param {string} folder
 * @returns {Promise<string>}
 */
export async function packageQuietly(folder) {
  const args = ['scripts/package.mjs', '--out', folder];
  if ((await run(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })) !== 0) {
    throw new PlainError('The extension could not be packaged.');
  }
  const [vsix] = await filesBelow(folder, '.vsix');
  return vsix;
}

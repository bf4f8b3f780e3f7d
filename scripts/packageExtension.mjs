import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { PlainError, root, run } from './project.mjs';

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

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { npm } from './host/npm.mjs';
import { showProgress } from './host/progress.mjs';
import { root } from './project.mjs';

/** Installs the development packages if one is missing or of another version than it shall be. */
export async function installDependencies() {
  if (await areInstalled()) return;
  await showProgress('Installing packages', () => npm(['ci', '--include=dev'], root));
}

async function areInstalled() {
  // npm writes this file last: without it an installation was ended in the middle.
  if (!existsSync(path.join(root, 'node_modules/.package-lock.json'))) return false;
  const { devDependencies } = await readManifest(root);
  const checks = Object.entries(devDependencies).map(async ([name, wanted]) => {
    const installed = await readManifest(path.join(root, 'node_modules', name)).catch(() => null);
    return installed?.version === wanted;
  });
  return (await Promise.all(checks)).every(Boolean);
}

async function readManifest(folder) {
  return JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
}

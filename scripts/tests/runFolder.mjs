import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from '../project.mjs';

let folder;

/**
 * A folder below out/ that this script has for itself, so that runs at the same time do not disturb
 * each other; it is removed when the script ends.
 *
 * @param {string} name
 * @returns {string} absolute path
 */
export function runFolder(name) {
  if (folder === undefined) {
    folder = path.join(root, 'out/runs', String(process.pid));
    rmSync(folder, { recursive: true, force: true });
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  }
  const own = path.join(folder, name);
  mkdirSync(own, { recursive: true });
  return own;
}

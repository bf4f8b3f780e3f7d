import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { PlainError } from '../project.mjs';

const onMac = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';

/**
 * The command of an installed desktop VS Code.
 *
 * @returns {Promise<string>}
 */
export async function findDesktop() {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = [...folders.map((folder) => path.join(folder, name)), onMac].find(existsSync);
  if (found) return found;
  throw new PlainError(
    'No desktop VS Code was found: install it, with its `code` command on the PATH.',
  );
}

/**
 * Installs the extension into desktop VS Code and opens a folder in it.
 *
 * @param {string} code
 * @param {string} vsix
 * @param {string} folder
 */
export async function startDesktop(code, vsix, folder) {
  await runCode(code, ['--install-extension', vsix, '--force']);
  await runCode(code, ['--new-window', folder]);
  console.log(`Opened ${folder} in desktop VS Code.`);
}

function runCode(code, args) {
  const shell = process.platform === 'win32';
  const quoted = shell ? [`"${code}"`, args.map((arg) => `"${arg}"`)] : [code, args];
  return new Promise((resolve, reject) => {
    const fail = () => reject(new PlainError(`\`code ${args[0]}\` failed.`));
    const child = spawn(quoted[0], quoted[1], { stdio: ['ignore', 'ignore', 'inherit'], shell });
    child.once('error', fail);
    child.once('exit', (exitCode) => (exitCode === 0 ? resolve() : fail()));
  });
}

import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Where the embedded VS Code, its browser and the analyst's state in it live; ignored by git. */
export const hostFolder = path.join(root, '.vscode-test');

/** A failure with a message for people: it is printed as one line, without a stack. */
export class PlainError extends Error {}

/**
 * Runs a script's body; a failure becomes one line (with its stack if it is unforeseen) and the exit
 * code 1.
 *
 * @param {() => Promise<unknown>} body
 */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exitCode = 1;
  }
}

/**
 * Runs a program with the terminal's own output and gives its exit code; 1 if it can't be started.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
  return ended(child, program, console.error);
}

/**
 * Runs a program likewise; prints a title and what it said when it has ended.
 *
 * @param {string} title
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export async function runThenPrint(title, program, args, options = {}) {
  let said = '';
  const listen = (text) => (said += text);
  const stdio = ['ignore', 'pipe', 'pipe'];
  const child = spawn(program, args, { cwd: root, ...options, stdio });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', listen);
  const code = await ended(child, program, listen);
  console.log(`${title}\n${said.trimEnd()}`);
  return code;
}

function ended(child, program, say) {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      say(`${program} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * The paths of all files below a folder whose names end so, sorted; none if there is no such folder.
 *
 * @param {string} folder absolute
 * @param {string} ending
 * @returns {Promise<string[]>} absolute paths
 */
export async function filesBelow(folder, ending) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => path.join(folder, name));
}

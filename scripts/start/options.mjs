import { statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { PlainError, root } from '../project.mjs';

/**
 * What the user asked for after `npm start --`.
 *
 * @returns {{folder: string, port: number | null, desktop: boolean}}
 */
export function readOptions() {
  const { values, positionals } = parse();
  if (positionals.length > 1) throw new PlainError('One folder can be opened at a time.');
  return {
    folder: existingFolder(positionals[0]),
    port: values.port === undefined ? null : portNumber(values.port),
    desktop: values.desktop,
  };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { port: { type: 'string' }, desktop: { type: 'boolean', default: false } },
    });
  } catch {
    throw new PlainError('Usage: npm start -- [FOLDER] [--port N] [--desktop]');
  }
}

function existingFolder(given) {
  if (given === undefined) return path.join(root, 'samples');
  // npm changes into the project's folder; the user means the one they stand in.
  const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new PlainError(`There is no folder ${folder}.`);
}

function portNumber(given) {
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new PlainError(`${given} is no port: give a number from 1 to 65535.`);
}

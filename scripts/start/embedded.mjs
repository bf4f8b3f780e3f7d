import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { showProgress } from '../host/progress.mjs';
import { freePort, installExtension, isFree, startServer, writeSettings } from '../host/server.mjs';
import { getVSCode } from '../host/vscode.mjs';
import { hostFolder, PlainError } from '../project.mjs';
import { openBrowser } from './openBrowser.mjs';

/** The browser keeps annotations by address, so the address stays the same from start to start. */
const usualPort = 8631;

/** For an analyst who is here to read papers; they can be changed in VS Code and then stay so. */
const firstSettings = {
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  // The browser's own default would write a paper back while its page is being closed.
  'files.autoSave': 'off',
};

/**
 * The port to start on: the wanted one, else the usual one, else any.
 *
 * @param {number | null} wanted
 * @returns {Promise<number>}
 */
export async function choosePort(wanted) {
  const port = wanted ?? usualPort;
  if (await isFree(port)) return port;
  if (wanted !== null) throw new PlainError(`Port ${port} is taken: choose another with --port N.`);
  const other = await freePort();
  console.log(
    `Port ${port} is taken, so this is port ${other}: annotations made under another address are not shown.`,
  );
  return other;
}

/**
 * Runs the embedded VS Code with the extension until the user ends it.
 *
 * @param {string} vsix
 * @param {string} folder
 * @param {number} port
 */
export async function startEmbedded(vsix, folder, port) {
  const vscode = await getVSCode();
  const dataFolder = path.join(hostFolder, 'user');
  if (!existsSync(path.join(dataFolder, 'data/User/settings.json'))) {
    await writeSettings(dataFolder, firstSettings);
  }
  await showProgress('Installing the extension', () => installExtension(vscode, dataFolder, vsix));
  const token = randomBytes(16).toString('hex');
  const server = await startServer(vscode, { dataFolder, port, token });

  const address = new URL(server.origin);
  address.searchParams.set('tkn', token);
  address.searchParams.set('folder', decodeURI(pathToFileURL(folder).pathname));
  console.log(`\nVS Code is running:\n\n  ${address.href}\n\nPress Ctrl+C to end it.`);
  openBrowser(address.href);
  await server.ended;
  throw new PlainError('VS Code’s server has ended.');
}

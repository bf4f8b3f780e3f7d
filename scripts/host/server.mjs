import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { PlainError } from '../project.mjs';
import { endTree, startBound } from './processes.mjs';

/**
 * @typedef {object} Server
 * @property {string} origin its address, such as http://127.0.0.1:8123
 * @property {string} dataFolder where its settings and extensions are
 * @property {Promise<void>} ended settles when it ends by itself
 * @property {() => void} stop
 */

/**
 * Starts VS Code's server on 127.0.0.1 and waits until it listens.
 *
 * @param {import('./vscode.mjs').VSCode} vscode
 * @param {object} options
 * @param {string} options.dataFolder
 * @param {number} options.port
 * @param {string} [options.token] asked from every browser; none is asked if left out
 * @param {boolean} [options.forTests] lets a page name an extension under development
 * @returns {Promise<Server>}
 */
export async function startServer(vscode, options) {
  const { dataFolder, port } = options;
  const server = startBound(vscode.node, serverArguments(vscode, options), {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise((resolve) => server.once('close', resolve));
  await new Promise((resolve, reject) => {
    const listen = (data) => {
      output += data;
      if (output.includes('Extension host agent listening')) resolve();
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('error', reject);
    void ended.then(() => reject(new PlainError(`VS Code’s server did not start:\n${output}`)));
  });
  return { origin: `http://127.0.0.1:${port}`, dataFolder, ended, stop: () => endTree(server) };
}

/**
 * What Node is started with to run a server; the options are those of {@link startServer}.
 *
 * @param {import('./vscode.mjs').VSCode} vscode
 * @param {{dataFolder: string, port: number, token?: string, forTests?: boolean}} options
 * @returns {string[]}
 */
export function serverArguments(vscode, { dataFolder, port, token, forTests = false }) {
  return [
    vscode.server,
    ...['--host', '127.0.0.1', '--port', String(port), '--accept-server-license-terms'],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...['--server-data-dir', dataFolder, '--telemetry-level', 'off'],
    // A closed page takes its extension host along soon.
    ...(forTests ? ['--enable-smoke-test-driver', '--reconnection-grace-time', '3'] : []),
  ];
}

/**
 * Installs a packaged extension as a user does.
 *
 * @param {import('./vscode.mjs').VSCode} vscode
 * @param {string} dataFolder of the server that shall have it
 * @param {string} vsix
 */
export async function installExtension(vscode, dataFolder, vsix) {
  const installer = startBound(
    vscode.node,
    [
      vscode.server,
      ...['--server-data-dir', dataFolder, '--accept-server-license-terms'],
      ...['--install-extension', vsix, '--force'],
    ],
    { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  installer.stdout.on('data', (data) => (output += data));
  installer.stderr.on('data', (data) => (output += data));
  const code = await new Promise((resolve) => installer.once('close', resolve));
  endTree(installer);
  if (code !== 0 || !output.includes('was successfully installed')) {
    throw new PlainError(`The extension could not be installed:\n${output}`);
  }
}

/**
 * Writes the user settings of a server.
 *
 * @param {string} dataFolder
 * @param {Readonly<Record<string, unknown>>} settings
 */
export async function writeSettings(dataFolder, settings) {
  const folder = path.join(dataFolder, 'data/User');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}

/**
 * Whether nothing listens on a port of 127.0.0.1.
 *
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export async function isFree(port) {
  return (await listenOnce(port)) !== null;
}

/**
 * Any port of 127.0.0.1 on which nothing listens.
 *
 * @returns {Promise<number>}
 */
export async function freePort() {
  return (await listenOnce(0)) ?? 0;
}

function listenOnce(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(port, '127.0.0.1', () => {
      const { port: found } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(found));
    });
  });
}

/** Without what an outer VS Code or npm would tell the inner one. */
function environment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|npm_|NODE_|ELECTRON_)/i.test(name)),
  );
}

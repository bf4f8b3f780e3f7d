import { writeSettings } from '../host/server.mjs';
import { PlainError } from '../project.mjs';

/**
 * The settings of a window in whose extension host something runs.
 *
 * @param {string} dataFolder of the server
 * @param {Readonly<Record<string, unknown>>} [more]
 */
export function writeHostSettings(dataFolder, more = {}) {
  return writeSettings(dataFolder, {
    'security.workspace.trust.enabled': false,
    'workbench.startupEditor': 'none',
    'chat.disableAIFeatures': true,
    'files.autoSave': 'off',
    ...more,
  });
}

/**
 * The address of a window on a folder with the extension, in whose host a module's `run` is called.
 *
 * @param {import('../host/server.mjs').Server} server
 * @param {{folder: string, extension: string, runner: string}} paths
 */
export function insideAddress(server, { folder, extension, runner }) {
  const address = new URL(server.origin);
  const uri = (file) => `vscode-remote://${address.host}${file}`;
  const payload = [
    ['extensionDevelopmentPath', uri(extension)],
    ['extensionTestsPath', uri(runner)],
  ];
  address.searchParams.set('folder', folder);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/**
 * Opens the window and waits until `run` has ended; gives its exit code.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} address
 * @param {(said: string) => void} heard is given what the host logs
 * @param {number} timeLimit in milliseconds: a host that hangs says nothing by itself
 * @returns {Promise<number>}
 */
export async function runInside(page, address, heard, timeLimit) {
  const ended = new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new PlainError('What ran in the extension host did not end.')),
      timeLimit,
    );
    void page.exposeFunction('codeAutomationLog', (_type, args) =>
      heard(args.map(String).join(' ')),
    );
    void page.exposeFunction('codeAutomationExit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
  await page.goto(address);
  return ended;
}

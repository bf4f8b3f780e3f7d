// VS Code for the Web, as vscode.dev is: no server behind the window, extensions in a web worker, files of
// a virtual file system, and all that is stored in the browser. The embedded VS Code is made for a server,
// so its configuration is edited on the way to the browser, and two places in its code where it insists.
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import type { BrowserContext } from 'playwright-core';
import type { ShelvedPaper } from './shelf.ts';

/** What a window for the web needs. */
export interface ForTheWeb {
  /** Where the embedded VS Code listens. */
  readonly origin: string;
  /** Folder of the extension under test. */
  readonly extension: string;
  /** Folder of papers: its files are there, its folders are not. */
  readonly papers: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

const edits = [
  // No server behind the window.
  ['remoteAuthority:location.host', 'remoteAuthority:void 0'],
  // What VS Code keeps is in the browser, where code-server keeps it on its machine.
  [
    'P.file(this.userDataPath).with({scheme:J.vscodeRemote})',
    'P.file("/").with({scheme:J.vscodeUserData})',
  ],
] as const;

const types: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.svg': 'image/svg+xml',
};

const shelfManifest = {
  ...{ name: 'shelf', publisher: 'test', version: '1.0.0', engines: { vscode: '^1.100.0' } },
  ...{ browser: './shelf.js', activationEvents: ['onFileSystem:shelf'] },
  capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
};

/** Prepares a browser's context; gives the address of the window. */
export async function serveForTheWeb(context: BrowserContext, given: ForTheWeb): Promise<string> {
  const { origin, extension, papers, settings } = given;
  const base = `${origin}/for-the-web`;
  const shelf = await bundleShelf(`${base}/papers/`);
  const files: readonly (readonly [string, (name: string) => Promise<string | Buffer | null>])[] = [
    ['extension', (name) => fileIn(extension, name)],
    ['papers', (name) => (name === '' ? listOf(papers) : fileIn(papers, name))],
    [
      'shelf',
      (name) => Promise.resolve(name === 'shelf.js' ? shelf : JSON.stringify(shelfManifest)),
    ],
  ];
  for (const [folder, read] of files) {
    const prefix = `/for-the-web/${folder}/`;
    await context.route(`${origin}${prefix}**`, async (route) => {
      const name = decodeURI(new URL(route.request().url()).pathname.slice(prefix.length));
      const body = await read(name);
      const contentType = types[path.extname(name)] ?? 'application/octet-stream';
      await route.fulfill(body === null ? { status: 404 } : { body, contentType });
    });
  }

  const { host: authority } = new URL(origin);
  const at = (folder: string) => ({ scheme: 'http', authority, path: `/for-the-web/${folder}` });
  const address = `${origin}/?folder=${encodeURIComponent('shelf:/')}`;
  await context.route(address, async (route) => {
    const response = await route.fetch();
    const page = await response.text();
    const body = withConfiguration(page, {
      developmentOptions: {
        extensions: [at('extension'), at('shelf')],
        enableSmokeTestDriver: true,
      },
      enableWorkspaceTrust: false,
      configurationDefaults: settings,
    });
    await route.fulfill({ response, body });
  });
  await context.route(`${origin}/**/workbench/workbench.js`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: edited(await response.text()) });
  });
  return address;
}

async function bundleShelf(papers: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['test/support/forTheWeb/shelf.ts'],
    ...{ bundle: true, write: false, format: 'cjs', platform: 'browser', external: ['vscode'] },
    define: { PAPERS: JSON.stringify(papers) },
  });
  return outputFiles[0]?.text ?? '';
}

async function fileIn(folder: string, name: string): Promise<Buffer | null> {
  const file = path.join(folder, name);
  return existsSync(file) ? readFile(file) : null;
}

async function listOf(folder: string): Promise<string> {
  const found = await readdir(folder, { withFileTypes: true });
  const list = found
    .filter((each) => each.isFile())
    .map(async ({ name }): Promise<ShelvedPaper> => {
      return { name, size: (await stat(path.join(folder, name))).size };
    });
  return JSON.stringify(await Promise.all(list));
}

function withConfiguration(page: string, more: object): string {
  const found = /id="vscode-workbench-web-configuration" data-settings="([^"]*)"/u.exec(page)?.[1];
  if (found === undefined) throw new Error('VS Code’s page has no configuration');
  const given = found.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const configuration = { ...(JSON.parse(given) as object), ...more };
  const text = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return page.replace(found, () => text);
}

function edited(code: string): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`VS Code’s code has changed: no “${from}”`);
    return text.replace(from, to);
  }, code);
}

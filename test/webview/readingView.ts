import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { FromWebview, ToWebview } from '../../src/core/protocol.ts';
import { browser } from '../support/browser.ts';
import { themes, type Theme } from './themes.ts';

/** The built page in a browser, with this test in the place of the extension. */
export interface ReadingView {
  readonly page: Page;
  /** Sends messages and waits until the page has drawn what they say. */
  send(...messages: readonly ToWebview[]): Promise<void>;
  /** What the page has sent of one type, oldest first. */
  sent<Type extends FromWebview['type']>(
    type: Type,
  ): Promise<readonly Extract<FromWebview, { readonly type: Type }>[]>;
  /** What the page kept for a reload. */
  kept(): Promise<unknown>;
  /** Addresses that the page asked for, beyond its own files. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** How the page is opened. */
export interface ViewOptions {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  /** Files that the workspace has, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly kept?: unknown;
  /** Bytes of the PDF whose pages can be shown. */
  readonly pdf?: Uint8Array;
}

/** Where the workspace's files are for the page. */
export const baseUri = 'https://workspace.test/papers/';
const home = 'https://extension.test/';
/** Where the extension's built files are for the page, and the PDF as "paper.pdf". */
export const resources = home;

/** Stands for VS Code's side of the webview: keeps what is posted, hands over what is told. */
const host = `
  window.sent = [];
  window.kept = KEPT;
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => { window.sent.push(structuredClone(message)); },
    setState: (state) => { window.kept = state; },
    getState: () => window.kept,
  });`;

/** Opens the page under the policy of the extension, in one of VS Code's themes. */
export async function openReadingView(options: ViewOptions = {}): Promise<ReadingView> {
  const { theme = 'light', width = 1240, height = 1150, files = {}, kept, pdf } = options;
  const page = await (await browser()).newPage({ viewport: { width, height } });
  const requests: string[] = [];
  const built = new Map<string, readonly [string, string]>([
    [`${home}webview.js`, ['text/javascript', await readFile('dist/webview.js', 'utf8')]],
    [`${home}webview.css`, ['text/css', await readFile('dist/webview.css', 'utf8')]],
    [`${home}theme.css`, ['text/css', themeStyles(theme)]],
    [`${home}host.js`, ['text/javascript', host.replace('KEPT', JSON.stringify(kept ?? null))]],
    [home, ['text/html', shell(theme)]],
    ...Object.entries(files).map(
      ([path, content]) => [`${baseUri}${path}`, ['image/svg+xml', content]] as const,
    ),
  ]);
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    const [contentType, body] = built.get(url) ?? (await builtFile(url, pdf));
    if (!url.startsWith(home)) requests.push(url);
    if (body === undefined || contentType === undefined) await route.fulfill({ status: 404 });
    else await route.fulfill({ contentType, body });
  });
  await page.goto(home);
  return {
    page,
    requests,
    send: async (...messages) => {
      await page.evaluate(async (all) => {
        for (const message of all) {
          window.dispatchEvent(new MessageEvent('message', { data: message }));
        }
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }, messages);
    },
    sent: async <Type extends FromWebview['type']>(type: Type) => {
      const sent = await page.evaluate(() => (window as unknown as { sent: FromWebview[] }).sent);
      return sent.filter(
        (message): message is Extract<FromWebview, { readonly type: Type }> =>
          message.type === type,
      );
    },
    kept: () => page.evaluate(() => (window as unknown as { kept: unknown }).kept),
    close: () => page.close(),
  };
}

/** A file of the page view, or the PDF. */
async function builtFile(
  url: string,
  pdf: Uint8Array | undefined,
): Promise<readonly [string?, Buffer?]> {
  const path = url.slice(home.length);
  if (path === 'paper.pdf' && pdf) return ['application/pdf', Buffer.from(pdf)];
  if (!url.startsWith(home) || !/^(?:pages|readers)\//u.test(path)) return [];
  const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
  return [type, await readFile(`dist/${path}`)];
}

function themeStyles(theme: Theme): string {
  const variables = Object.entries(themes[theme].variables);
  const font = '"Segoe UI", system-ui, "Noto Sans", "DejaVu Sans", sans-serif';
  return `html {
    --vscode-font-family: ${font};
    --vscode-editor-font-family: "Cascadia Mono", "DejaVu Sans Mono", monospace;
    ${variables.map(([name, value]) => `--vscode-${name}: ${value};`).join('\n')}
  }`;
}

function shell(theme: Theme): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-test' 'wasm-unsafe-eval'`,
    `connect-src ${home}`,
    `worker-src blob:`,
    `style-src ${home}`,
    `img-src ${home} https://workspace.test https:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <title>Paper</title>
    <link rel="stylesheet" href="${home}theme.css">
    <link rel="stylesheet" href="${home}webview.css">
  </head>
  <body class="${themes[theme].classes}">
    <script nonce="test" src="${home}host.js"></script>
    <script nonce="test" src="${home}webview.js"></script>
  </body>
</html>`;
}

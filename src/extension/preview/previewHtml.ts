import * as vscode from 'vscode';
import { previewViewType } from '../ids.ts';
import { folderOf } from '../papers/folderOf.ts';

/** What the page's shell depends on. */
export interface ShellOptions {
  readonly webview: vscode.Webview;
  readonly extensionUri: vscode.Uri;
  /** Whether the policy lets images come from other hosts (https only). */
  readonly remoteImages: boolean;
  /** Whether the pages of a PDF may be shown: read from the workspace, and drawn with a worker of our own. */
  readonly pages: boolean;
}

/**
 * The page without the paper. Nothing runs in it but our own script, known by its nonce; nothing is
 * loaded but our own styles and what `localResourceRoots` allows.
 */
export function previewHtml({ webview, extensionUri, remoteImages, pages }: ShellOptions): string {
  const nonce = crypto.randomUUID();
  const resource = (...path: string[]) =>
    escapeAttribute(webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString());
  const policy = [
    `default-src 'none'`,
    // Some pictures in PDFs are unpacked by WebAssembly; it runs nothing that is in the PDF.
    `script-src 'nonce-${nonce}'${pages ? ` 'wasm-unsafe-eval'` : ''}`,
    ...(pages ? [`connect-src ${webview.cspSource}`, `worker-src blob:`] : []),
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}${remoteImages ? ' https:' : ''}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const context = JSON.stringify({ webviewSection: previewViewType });
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(vscode.env.language)}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="${resource('dist', 'webview.css')}" />
  </head>
  <body data-vscode-context="${escapeAttribute(context)}">
    <script nonce="${nonce}" src="${resource('dist', 'webview.js')}"></script>
  </body>
</html>`;
}

/** Where the page may load from: the extension's own files, the workspace, the paper's folder. */
export function resourceRoots(extensionUri: vscode.Uri, paper: vscode.Uri): vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [
    vscode.Uri.joinPath(extensionUri, 'dist'),
    vscode.Uri.joinPath(extensionUri, 'media'),
    ...folders.map((folder) => folder.uri),
    folderOf(paper),
  ];
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

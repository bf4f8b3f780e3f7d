import * as vscode from 'vscode';

/** Makes each part once and joins them. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Policy Paper Annotator', { log: true });
  context.subscriptions.push(log);
}

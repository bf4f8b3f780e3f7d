import * as vscode from 'vscode';
import type { RegisterCommand } from '../commands.ts';
import { views } from '../ids.ts';
import type { WorkspaceIndex } from '../papers/workspaceIndex.ts';

const scanningKey = 'policyAnnotator.scanning';
const cancelledKey = 'policyAnnotator.scanCancelled';

/** Shows how far the scan of the workspace is, in the view and in context keys; offers its commands. */
export function registerScanProgress(
  index: WorkspaceIndex,
  registerCommand: RegisterCommand,
): vscode.Disposable {
  let finish: (() => void) | null = null;
  let report: vscode.Progress<{ message?: string; increment?: number }> | null = null;
  let shown = 0;

  const begin = () => {
    shown = 0;
    void vscode.window.withProgress({ location: { viewId: views.keyPoints } }, (progress) => {
      report = progress;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
  };

  const update = () => {
    const { state } = index;
    const isScanning = state.kind === 'scanning';
    void vscode.commands.executeCommand('setContext', scanningKey, isScanning);
    void vscode.commands.executeCommand('setContext', cancelledKey, state.kind === 'cancelled');
    if (isScanning && finish === null) begin();
    if (isScanning && state.total > 0) {
      const percent = (100 * state.done) / state.total;
      report?.report({ increment: percent - shown });
      shown = percent;
    }
    if (!isScanning) {
      finish?.();
      finish = null;
      report = null;
    }
  };

  return vscode.Disposable.from(
    index.onDidChange(update),
    registerCommand('policyAnnotator.scanWorkspace', () => index.rescan()),
    registerCommand('policyAnnotator.cancelScan', () => {
      index.cancel();
    }),
    new vscode.Disposable(() => finish?.()),
  );
}

/** What the view says above its rows: how far a scan is, or that it was cancelled; else empty. */
export function scanMessage({ state }: WorkspaceIndex): string {
  if (state.kind === 'scanning' && state.total > 0) {
    return vscode.l10n.t('Reading papers: {0} of {1} files', state.done, state.total);
  }
  if (state.kind === 'cancelled') {
    return vscode.l10n.t(
      'Scan cancelled: {0} of {1} files read. Papers that are missing appear after another scan.',
      state.done,
      state.total,
    );
  }
  return '';
}

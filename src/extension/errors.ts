import * as vscode from 'vscode';

/** A failure that the analyst can act on: its message says what is wrong and what to do. */
export class UserError extends Error {}

/**
 * Tells the analyst of a failure, once and without a stack, and logs it. Paper text and notes never
 * reach the log: messages of our own errors hold none.
 */
export function reportError(log: vscode.LogOutputChannel, doing: string, error: unknown): void {
  if (error instanceof UserError) {
    log.info(`${doing}: ${error.message}`);
    void vscode.window.showWarningMessage(error.message);
    return;
  }
  log.error(doing, error instanceof Error ? error : String(error));
  const showLog = vscode.l10n.t('Show Log');
  const message = vscode.l10n.t('“{0}” failed. The log says why.', doing);
  void vscode.window.showErrorMessage(message, showLog).then((choice) => {
    if (choice === showLog) log.show();
  });
}

/** Why notes that a newer version wrote are not changed. */
export function readOnlyError(): UserError {
  return new UserError(
    vscode.l10n.t(
      'The notes on this paper were written by a newer version of this extension. Update it to change them.',
    ),
  );
}

import * as vscode from 'vscode';

/** Says what was done to annotations, with a way back. */
export function offerUndo(message: string): void {
  const undo = vscode.l10n.t('Undo');
  void vscode.window.showInformationMessage(message, undo).then((choice) => {
    if (choice === undo)
      void vscode.commands.executeCommand('policyAnnotator.undoAnnotationChange');
  });
}

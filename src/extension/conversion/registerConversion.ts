import * as vscode from 'vscode';
import type { RegisterCommand } from '../commands.ts';
import { UserError } from '../errors.ts';
import type { ConversionServices } from './convertToMarkdown.ts';

/** What the command needs from the other parts. */
export interface ConversionParts extends ConversionServices {
  readonly registerCommand: RegisterCommand;
  /** The paper in front, or null. */
  activePaper(): vscode.Uri | null;
}

/** The command that writes a paper as a Markdown file beside it. */
export function registerConversion(parts: ConversionParts): vscode.Disposable {
  return parts.registerCommand('policyAnnotator.convertToMarkdown', async (argument: unknown) => {
    const uri = argument instanceof vscode.Uri ? argument : parts.activePaper();
    if (uri === null) {
      throw new UserError(vscode.l10n.t('Open a paper first, then convert it to Markdown.'));
    }
    await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Window,
        title: vscode.l10n.t('Converting to Markdown…'),
      },
      async () => {
        const { convertToMarkdown } = await import('./convertToMarkdown.ts');
        await convertToMarkdown(parts, uri);
      },
    );
  });
}

/** The paper of the active tab, also where VS Code gives no editor for it. */
export function paperOfActiveTab(): vscode.Uri | null {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom
    ? input.uri
    : null;
}

import * as vscode from 'vscode';
import type { RegisterCommand } from '../commands.ts';
import { UserError } from '../errors.ts';
import type { Papers } from '../papers/papers.ts';
import type { Previews } from './previews.ts';
import type { ReadingPlaces } from './readingPlaces.ts';
import type { Reveal } from './reveal.ts';

/** The commands that open, lock and leave the preview. */
export function registerPreviewCommands(
  registerCommand: RegisterCommand,
  previews: Previews,
  papers: Papers,
  reveal: Reveal,
  places: ReadingPlaces,
): vscode.Disposable {
  const open = async (column: vscode.ViewColumn, argument: unknown) => {
    const uri = argument instanceof vscode.Uri ? argument : activePaper(previews);
    if (uri === null) {
      throw new UserError(vscode.l10n.t('Open a paper first, then open its paper preview.'));
    }
    if (!papers.isFile(uri) && !papers.isPaper(await vscode.workspace.openTextDocument(uri))) {
      throw new UserError(
        vscode.l10n.t('Only Markdown, plain text, HTML, PDF and Word files have a paper preview.'),
      );
    }
    previews.open(places.placeOf(uri), column);
  };

  const setLocked = (decide: (locked: boolean) => boolean) => () => {
    const { active } = previews;
    const locked = active && previews.isLocked(active);
    if (active && locked !== null) previews.setLocked(active, decide(locked));
  };

  return vscode.Disposable.from(
    registerCommand('policyAnnotator.openPreview', (argument: unknown) =>
      open(vscode.ViewColumn.Active, argument),
    ),
    registerCommand('policyAnnotator.openPreviewToSide', (argument: unknown) =>
      open(vscode.ViewColumn.Beside, argument),
    ),
    registerCommand(
      'policyAnnotator.lockPreview',
      setLocked(() => true),
    ),
    registerCommand(
      'policyAnnotator.unlockPreview',
      setLocked(() => false),
    ),
    registerCommand(
      'policyAnnotator.togglePreviewLock',
      setLocked((locked) => !locked),
    ),
    registerCommand('policyAnnotator.togglePageView', () => {
      const { active } = previews;
      if (active === null) return;
      if (active.pages === null) {
        throw new UserError(
          vscode.l10n.t('This paper has no pages to show, or they are not read to the end yet.'),
        );
      }
      const pages = active.pages === 'hidden';
      active.showPages(pages);
      places.keep(active.uri, { pages });
    }),
    registerCommand('policyAnnotator.showSource', async () => {
      const { active } = previews;
      if (!active) return;
      const start = active.selection()?.start ?? active.offset;
      await reveal.revealSource(active.uri, { start, end: start });
    }),
  );
}

/** The paper of the active tab, also where VS Code gives no text editor for it. */
function activePaper(previews: Previews): vscode.Uri | null {
  const editor = vscode.window.activeTextEditor;
  if (editor) return editor.document.uri;
  if (previews.active) return previews.active.uri;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) {
    return input.uri;
  }
  return null;
}

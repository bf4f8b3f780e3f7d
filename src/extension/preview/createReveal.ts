import * as vscode from 'vscode';
import { placeInMarkup } from '../../core/navigation/placeInMarkup.ts';
import { openDocument } from '../papers/openDocument.ts';
import type { SourceRange } from '../../core/paper/paper.ts';
import { UserError } from '../errors.ts';
import { paperViewType, previewViewType } from '../ids.ts';
import { isWebPage } from '../papers/paperFormat.ts';
import type { Papers } from '../papers/papers.ts';
import type { Previews } from './previews.ts';
import type { Reveal } from './reveal.ts';
import { editorsOf } from './scrollSync.ts';

/** How long a passage stays marked in the text editor, in milliseconds. */
const flashTime = 1200;

/** Follows what was in front, so that a click in a tree, which takes the focus, finds it again. */
export function createReveal(
  previews: Previews,
  papers: Pick<Papers, 'isFile' | 'open'>,
): Reveal & { dispose(): void } {
  /** Whether the paper's preview, rather than its editor, was in front when last one of them was. */
  const previewInFront = new Map<string, boolean>();
  const flash = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
  });
  let flashing: ReturnType<typeof setTimeout> | undefined;

  const subscriptions = vscode.Disposable.from(
    flash,
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor) previewInFront.set(editor.document.uri.toString(), false);
    }),
    previews.onDidChangeActive(() => {
      const { active } = previews;
      if (active) previewInFront.set(active.uri.toString(), true);
    }),
  );

  const showInEditor = async (
    uri: vscode.Uri,
    { start, end }: SourceRange,
    options: vscode.TextDocumentShowOptions,
  ) => {
    const document = await openDocument(uri);
    const editor = await vscode.window.showTextDocument(document, options);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(flash, [range]);
    clearTimeout(flashing);
    flashing = setTimeout(() => {
      for (const each of vscode.window.visibleTextEditors) each.setDecorations(flash, []);
    }, flashTime);
  };

  /** The place of a passage in the source of a web page; other files have no source to read. */
  const placeInPage = async (uri: vscode.Uri, { start }: SourceRange): Promise<SourceRange> => {
    if (!isWebPage(uri.path)) {
      throw new UserError(vscode.l10n.t('This paper has no text to show beside its pages.'));
    }
    const [markup, { paper }] = await Promise.all([openDocument(uri), papers.open(uri)]);
    const place = placeInMarkup(markup.getText(), paper.text, start);
    return { start: place, end: place };
  };

  /** A preview of the paper, brought to the front; opened if there is none. */
  const showPreview = async (uri: vscode.Uri, preserveFocus: boolean) => {
    const there = previews.showing(uri)[0] ?? previews.of(uri)[0];
    if (there) there.panel.reveal(undefined, preserveFocus);
    else {
      const viewType = isWebPage(uri.path) ? previewViewType : paperViewType;
      await vscode.commands.executeCommand('vscode.openWith', uri, viewType, { preserveFocus });
    }
    return there ?? previews.of(uri)[0];
  };

  return {
    async reveal(uri, range, { preserveFocus = false } = {}) {
      if (papers.isFile(uri)) {
        (await showPreview(uri, preserveFocus))?.reveal(range);
        return;
      }
      const [editor] = editorsOf(uri);
      const [preview] = previews.showing(uri);
      const hidden = editor ? undefined : previews.of(uri)[0];
      const inPreview = editor && preview ? previewInFront.get(uri.toString()) : true;
      const target = preview ?? hidden;
      if (target && inPreview) {
        target.panel.reveal(undefined, preserveFocus);
        target.reveal(range);
        return;
      }
      const viewColumn = editor?.viewColumn ?? columnOfTab(uri);
      await showInEditor(uri, range, { preserveFocus, ...(viewColumn && { viewColumn }) });
    },

    async revealEverywhere(uri, range) {
      const shown = previews.showing(uri);
      for (const preview of shown) preview.reveal(range);
      const [editor] = editorsOf(uri);
      if (editor) {
        const { viewColumn } = editor;
        const place = viewColumn === undefined ? {} : { viewColumn };
        await showInEditor(uri, range, { preserveFocus: true, ...place });
      } else if (shown.length === 0) await showInEditor(uri, range, { preserveFocus: true });
    },

    async revealNote(uri, id) {
      (await showPreview(uri, false))?.selectAnnotation(id, true);
    },

    async revealSource(uri, range, { preserveFocus = false } = {}) {
      const place = papers.isFile(uri) ? await placeInPage(uri, range) : range;
      const viewColumn =
        editorsOf(uri)[0]?.viewColumn ?? columnOfTab(uri) ?? vscode.ViewColumn.Beside;
      await showInEditor(uri, place, { preserveFocus, viewColumn });
    },

    dispose() {
      clearTimeout(flashing);
      subscriptions.dispose();
    },
  };
}

function columnOfTab(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const wanted = uri.toString();
  return vscode.window.tabGroups.all.find((group) =>
    group.tabs.some(
      ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === wanted,
    ),
  )?.viewColumn;
}

import * as vscode from 'vscode';
import { pageState } from '../../core/protocol.ts';
import { paperViewType, prefix, previewViewType } from '../ids.ts';
import { hasText } from '../papers/paperFormat.ts';
import type { PaperPlace } from './paperPlace.ts';
import type { Previews } from './previews.ts';
import type { ReadingPlaces } from './readingPlaces.ts';

/** Previews that VS Code opens: restored with the window, or as an editor by “Reopen With…”. */
export function registerPanels(previews: Previews, places: ReadingPlaces): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(previewViewType, {
      deserializeWebviewPanel(panel, state: unknown) {
        const place = restoredPlace(panel, state, places);
        if (place) {
          const locked = places.find(place.uri)?.locked ?? false;
          previews.adopt(panel, place, locked ? 'locked' : 'following');
        } else panel.dispose();
        return Promise.resolve();
      },
    }),
    vscode.window.registerCustomEditorProvider(
      previewViewType,
      {
        resolveCustomTextEditor({ uri }, panel) {
          previews.adopt(panel, places.placeOf(uri), 'editor');
        },
      },
      { webviewOptions: { enableFindWidget: true } },
    ),
    vscode.window.registerCustomEditorProvider(
      paperViewType,
      {
        openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
        resolveCustomEditor({ uri }, panel) {
          previews.adopt(panel, places.placeOf(uri), 'editor');
        },
      } satisfies vscode.CustomReadonlyEditorProvider,
      {
        webviewOptions: { enableFindWidget: true },
        supportsMultipleEditorsPerDocument: true,
      },
    ),
    previews.onDidChangeActive(() => {
      tellOfActive(previews);
      for (const preview of previews.all()) {
        const locked = previews.isLocked(preview);
        if (locked !== null) places.keep(preview.uri, { locked });
      }
    }),
  );
}

/** VS Code may lose the page's state where a window ends abruptly; the panel's title it keeps. */
function restoredPlace(
  panel: vscode.WebviewPanel,
  state: unknown,
  places: ReadingPlaces,
): PaperPlace | null {
  const kept = pageState.safeParse(state);
  if (!kept.success) return places.findByTitle(panel.title);
  const uri = vscode.Uri.parse(kept.data.uri, true);
  const { offset = kept.data.offset, pages = false } = places.find(uri) ?? {};
  return { uri, offset, pages };
}

/** Tells VS Code which of the lock's two buttons to show, and whether there is a source to show. */
function tellOfActive(previews: Previews): void {
  const { active } = previews;
  const locked = active && previews.isLocked(active);
  const state = locked === null ? undefined : locked ? 'locked' : 'following';
  void vscode.commands.executeCommand('setContext', `${prefix}.preview.lock`, state);
  const hasSource = active !== null && hasText(active.uri.path);
  void vscode.commands.executeCommand('setContext', `${prefix}.preview.hasSource`, hasSource);
  const hasPages = active !== null && /\.pdf$/iu.test(active.uri.path);
  void vscode.commands.executeCommand('setContext', `${prefix}.preview.hasPages`, hasPages);
}

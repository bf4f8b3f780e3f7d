import * as vscode from 'vscode';
import { pageState } from '../../core/protocol.ts';
import { prefix, previewViewType } from '../ids.ts';
import type { PaperPlace } from './preview.ts';
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
    previews.onDidChangeActive(() => {
      showLock(previews);
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
  return { uri, offset: places.find(uri)?.offset ?? kept.data.offset };
}

/** Tells VS Code which of the lock's two buttons to show. */
function showLock(previews: Previews): void {
  const { active } = previews;
  const locked = active && previews.isLocked(active);
  const state = locked === null ? undefined : locked ? 'locked' : 'following';
  void vscode.commands.executeCommand('setContext', `${prefix}.preview.lock`, state);
}

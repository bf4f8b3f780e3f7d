import * as vscode from 'vscode';
import { previewViewType } from '../ids.ts';
import { fileName } from '../papers/fileName.ts';
import type { PaperPlace } from './paperPlace.ts';
import { createPreview, type Preview, type PreviewParts } from './preview.ts';

/** The previews that are open, and the way to open them. */
export interface Previews {
  /** Fires when another preview, or none, became the active one, or its lock changed. */
  readonly onDidChangeActive: vscode.Event<void>;
  /** The preview that has the focus, or null. */
  readonly active: Preview | null;
  /** Visible previews of the paper, the active one first. */
  showing(uri: vscode.Uri): readonly Preview[];
  /** All previews of the paper, hidden ones too. */
  of(uri: vscode.Uri): readonly Preview[];
  all(): readonly Preview[];
  /** Opens the paper in that column, in the following preview that is there already if there is one. */
  open(place: PaperPlace, column: vscode.ViewColumn): Preview;
  /** Makes a panel that VS Code gave us, restored or as a custom editor, into a preview. */
  adopt(panel: vscode.WebviewPanel, place: PaperPlace, kind: PreviewKind): Preview;
  /** Shows the paper in all previews that follow the active editor. */
  follow(place: PaperPlace): void;
  /** Shows the same paper under its new URI. */
  move(preview: Preview, uri: vscode.Uri): void;
  /** Null for a custom editor: it belongs to its document. */
  isLocked(preview: Preview): boolean | null;
  setLocked(preview: Preview, locked: boolean): void;
  dispose(): void;
}

/** A panel of its own that follows the active editor or is locked, or an editor that VS Code manages. */
export type PreviewKind = 'following' | 'locked' | 'editor';

export function createPreviews(parts: PreviewParts): Previews {
  const kinds = new Map<Preview, PreviewKind>();
  const activeChanged = new vscode.EventEmitter<void>();
  const { extensionUri } = parts;
  const icon = {
    light: vscode.Uri.joinPath(extensionUri, 'media', 'preview-light.svg'),
    dark: vscode.Uri.joinPath(extensionUri, 'media', 'preview-dark.svg'),
  };

  const all = () => [...kinds.keys()];
  const of = (uri: vscode.Uri) => {
    const wanted = uri.toString();
    return all().filter((preview) => preview.uri.toString() === wanted);
  };

  const name = (preview: Preview, kind: PreviewKind) => {
    if (kind === 'editor') return;
    const file = fileName(preview.uri);
    preview.panel.title =
      kind === 'locked' ? vscode.l10n.t('[Paper] {0}', file) : vscode.l10n.t('Paper: {0}', file);
  };

  const adopt = (panel: vscode.WebviewPanel, place: PaperPlace, kind: PreviewKind): Preview => {
    const preview = createPreview(panel, place, parts);
    kinds.set(preview, kind);
    if (kind !== 'editor') panel.iconPath = icon;
    name(preview, kind);
    panel.onDidChangeViewState(() => {
      activeChanged.fire();
    });
    panel.onDidDispose(() => {
      kinds.delete(preview);
      activeChanged.fire();
    });
    activeChanged.fire();
    return preview;
  };

  const show = (preview: Preview, place: PaperPlace) => {
    if (preview.uri.toString() === place.uri.toString()) return;
    preview.show(place);
    name(preview, kinds.get(preview) ?? 'editor');
  };

  return {
    onDidChangeActive: activeChanged.event,
    get active() {
      return all().find(({ panel }) => panel.active) ?? null;
    },
    showing: (uri) =>
      of(uri)
        .filter(({ panel }) => panel.visible)
        .sort((a, b) => Number(b.panel.active) - Number(a.panel.active)),
    of,
    all,
    open(place, column) {
      // Beside a text editor one goes on writing, as with VS Code's own previews.
      const preserveFocus = column === vscode.ViewColumn.Beside;
      const there = all().find(
        (preview) => kinds.get(preview) === 'following' && isIn(preview.panel, column),
      );
      if (there) {
        show(there, place);
        there.panel.reveal(undefined, preserveFocus);
        return there;
      }
      const panel = vscode.window.createWebviewPanel(
        previewViewType,
        '',
        { viewColumn: column, preserveFocus },
        { enableFindWidget: true },
      );
      return adopt(panel, place, 'following');
    },
    adopt,
    follow(place) {
      for (const [preview, kind] of kinds) if (kind === 'following') show(preview, place);
    },
    move(preview, uri) {
      // VS Code itself opens the custom editor of a renamed file anew.
      if (kinds.get(preview) !== 'editor') show(preview, { uri, offset: preview.offset });
    },
    isLocked(preview) {
      const kind = kinds.get(preview) ?? 'editor';
      return kind === 'editor' ? null : kind === 'locked';
    },
    setLocked(preview, locked) {
      const kind = kinds.get(preview);
      if (kind === undefined || kind === 'editor') return;
      kinds.set(preview, locked ? 'locked' : 'following');
      name(preview, locked ? 'locked' : 'following');
      activeChanged.fire();
    },
    dispose() {
      // The panels stay: VS Code restores them after a reload.
      activeChanged.dispose();
    },
  };
}

function isIn(panel: vscode.WebviewPanel, column: vscode.ViewColumn): boolean {
  const active = vscode.window.tabGroups.activeTabGroup.viewColumn;
  if (column === vscode.ViewColumn.Active) return panel.viewColumn === active;
  if (column === vscode.ViewColumn.Beside) return panel.viewColumn !== active;
  return panel.viewColumn === column;
}

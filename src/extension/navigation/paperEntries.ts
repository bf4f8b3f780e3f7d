import * as vscode from 'vscode';
import type { PaperEntry } from '../../core/navigation/paperNodes.ts';
import { summarise, type PaperSummary } from '../../core/navigation/paperSummary.ts';
import type { Paper } from '../../core/paper/paper.ts';
import type { PlacedAnnotation } from '../../core/protocol.ts';
import type { Annotations } from '../annotations/annotations.ts';
import type { OpenPaper, Papers } from '../papers/papers.ts';
import type { WorkspaceIndex } from '../papers/workspaceIndex.ts';
import { nameOf } from '../papers/workspaceIndexFiles.ts';

/** All papers that the trees show: open ones first, then those of the workspace, each once. */
export interface PaperEntries {
  /** Fires with the paper that changed, or with null if any may have. */
  readonly onDidChange: vscode.Event<vscode.Uri | null>;
  all(): readonly PaperEntry[];
  /** The open paper at this URI, as it is now; null if it is not open. */
  open(uri: vscode.Uri): PaperEntry | null;
  dispose(): void;
}

/** Documents of other schemes are VS Code's own: comments, output, older versions of files. */
const ownSchemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

export function createPaperEntries(
  papers: Papers,
  index: WorkspaceIndex,
  annotations: Annotations,
): PaperEntries {
  const changed = new vscode.EventEmitter<vscode.Uri | null>();
  const summaries = new WeakMap<Paper, PaperSummary>();
  let indexed = index.papers();

  const summaryOf = (paper: Paper) => {
    const summary = summaries.get(paper) ?? summarise(paper);
    summaries.set(paper, summary);
    return summary;
  };

  const entryOf = ({ uri, paper }: OpenPaper): PaperEntry => ({
    uri: uri.toString(),
    name: nameOf(uri),
    isOpen: true,
    summary: summaryOf(paper),
    notes: annotations.placed(uri),
  });

  const openPapers = () =>
    papers
      .all()
      .filter(({ uri }) => isShown(uri))
      .sort((a, b) => compare(nameOf(a.uri), nameOf(b.uri)));

  const subscriptions = vscode.Disposable.from(
    changed,
    papers.onDidChange((uri) => {
      changed.fire(isShown(uri) ? uri : null);
    }),
    annotations.onDidChange((uri) => {
      changed.fire(uri);
    }),
    index.onDidChange(() => {
      if (index.papers() === indexed) return;
      indexed = index.papers();
      changed.fire(null);
    }),
  );

  return {
    onDidChange: changed.event,
    all() {
      const open = openPapers().map(entryOf);
      const isOpen = new Set(open.map(({ uri }) => uri));
      const noted = new Map<string, readonly PlacedAnnotation[]>();
      for (const { uri } of annotations.records()) {
        if (!isOpen.has(uri)) noted.set(uri, annotations.placed(vscode.Uri.parse(uri, true)));
      }
      const closed = index.papers().filter(({ uri }) => !isOpen.has(uri));
      const entries = closed.map(({ uri, summary }): PaperEntry => {
        const name = nameOf(vscode.Uri.parse(uri, true));
        return { uri, name, isOpen: false, summary, notes: noted.get(uri) ?? [] };
      });
      return [...open, ...entries.sort((a, b) => compare(titleOf(a), titleOf(b)))];
    },
    open(uri) {
      const open = isShown(uri) ? papers.find(uri) : null;
      return open && entryOf(open);
    },
    dispose() {
      subscriptions.dispose();
    },
  };
}

/** What a paper is called: its title, or the name of its file. */
export function titleOf({ summary, name }: PaperEntry): string {
  return summary.title ?? name;
}

function isShown({ scheme }: vscode.Uri): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return ownSchemes.includes(scheme) || folders.some(({ uri }) => uri.scheme === scheme);
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, undefined, { numeric: true });
}

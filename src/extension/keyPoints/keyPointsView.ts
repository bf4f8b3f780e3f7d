import * as vscode from 'vscode';
import type { Category } from '../../core/annotations/annotation.ts';
import { nodeInView, pathTo } from '../../core/navigation/inView.ts';
import { paperHead, paperNode, type PaperNode } from '../../core/navigation/paperNodes.ts';
import { views } from '../ids.ts';
import type { PaperEntries } from '../navigation/paperEntries.ts';
import type { ReadingPlace } from '../navigation/readingPlace.ts';
import type { RowReveal } from '../navigation/revealRow.ts';
import { createRows } from '../navigation/rows.ts';
import type { WorkspaceIndex } from '../papers/workspaceIndex.ts';
import { paperRow } from './paperRow.ts';
import { scanMessage } from './scanProgress.ts';

/** What the Key Points view needs. */
export interface KeyPointsParts {
  readonly entries: PaperEntries;
  readonly index: WorkspaceIndex;
  readonly readingPlace: ReadingPlace;
  readonly rowReveal: RowReveal;
  readonly categories: () => readonly Category[];
}

/** Typing and scrolling settle for this many milliseconds before rows change. */
const settling = 200;

/** The Key Points view; its rows follow papers, notes, and the place that is read. */
export function registerKeyPointsView(parts: KeyPointsParts): vscode.Disposable {
  const { entries, index, readingPlace } = parts;
  let refreshTimer: ReturnType<typeof setTimeout> | undefined;
  let selectTimer: ReturnType<typeof setTimeout> | undefined;
  /** A row that VS Code did not have yet when it was to be selected. */
  let due: (() => void) | null = null;

  const rows = createRows<PaperNode['data']>(views.keyPoints, {
    roots: () => entries.all().map(paperHead),
    childrenOf: ({ data, children }) =>
      data.kind === 'paper' ? paperNode(data.entry).children : children,
    face: (node) => paperRow(node, parts.categories()),
    annotationOf: (data) => (data.kind === 'note' ? data.note.annotation.id : null),
  });

  const select = async (uri: vscode.Uri, choose: (paper: PaperNode) => readonly PaperNode[]) => {
    const entry = entries.open(uri);
    const isDone = entry === null || (await rows.select(choose(paperNode(entry))));
    due = isDone ? null : () => void select(uri, choose);
  };

  const selectSoon = (uri: vscode.Uri, choose: (paper: PaperNode) => readonly PaperNode[]) => {
    clearTimeout(selectTimer);
    if (!rows.view.visible || !isFollowing()) return;
    selectTimer = setTimeout(() => void select(uri, choose), settling);
  };

  const refresh = () => {
    rows.refresh();
    if (due === null) return;
    clearTimeout(selectTimer);
    selectTimer = setTimeout(due, settling);
    due = null;
  };

  const followReading = ({
    uri,
    offset,
  }: {
    readonly uri: vscode.Uri;
    readonly offset: number;
  }) => {
    selectSoon(uri, (paper) => pathTo(paper, nodeInView(paper, offset).id));
  };

  const shown = () => {
    if (!rows.view.visible) return;
    index.start();
    const place = readingPlace.now();
    if (place) followReading(place);
  };
  shown();

  return vscode.Disposable.from(
    rows,
    entries.onDidChange(() => {
      clearTimeout(refreshTimer);
      refreshTimer = setTimeout(refresh, settling);
    }),
    index.onDidChange(() => {
      rows.view.message = scanMessage(index);
    }),
    readingPlace.onDidChange(followReading),
    parts.rowReveal.onWillReveal((row) => {
      selectSoon(vscode.Uri.parse(row.uri, true), (paper) => pathTo(paper, row.id));
    }),
    rows.view.onDidChangeVisibility(shown),
    new vscode.Disposable(() => {
      clearTimeout(refreshTimer);
      clearTimeout(selectTimer);
    }),
  );
}

function isFollowing(): boolean {
  return vscode.workspace
    .getConfiguration('policyAnnotator.trees')
    .get<boolean>('followReading', true);
}

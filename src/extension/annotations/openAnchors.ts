import * as vscode from 'vscode';
import { describeRange } from '../../core/anchoring/describeRange.ts';
import {
  placeAll,
  sameAnchors,
  settleAll,
  trackAll,
  type LiveAnchors,
  type Targeted,
} from '../../core/anchoring/liveAnchors.ts';
import type { Anchor, Target } from '../../core/anchoring/target.ts';
import { createFileAnchors, isCurrent, type AnchoredTexts } from './fileAnchors.ts';

/** Where what is stored about open papers stands now. */
export interface OpenAnchors {
  /** Fires with a paper whose anchors changed by an edit of its document, or by a reading of its file. */
  readonly onDidMove: vscode.Event<vscode.Uri>;
  /** The present anchors by id, or null while the paper is not open. */
  find(uri: string): LiveAnchors | null;
  /** Whether this was an orphan when its paper was last closed. */
  wasOrphan(uri: string, id: string): boolean;
  /** Reads the stored targets of a paper again, after a change to its record. */
  refresh(uri: string): void;
  dispose(): void;
}

interface OpenDocument {
  readonly document: vscode.TextDocument;
  anchors: LiveAnchors;
  eol: vscode.EndOfLine;
  settling: ReturnType<typeof setTimeout> | undefined;
}

/** Milliseconds without an edit after which lost passages are looked for again. */
const pause = 150;

/**
 * Follows the targets of open documents through every edit. On save, `store` gets the targets as they
 * read now; a document that is closed without saving leaves the stored ones as they are.
 */
export function createOpenAnchors(
  { texts, kept }: AnchoredTexts,
  targets: (uri: string) => readonly Targeted[],
  store: (uri: string, targets: ReadonlyMap<string, Target>) => void,
): OpenAnchors {
  const moved = new vscode.EventEmitter<vscode.Uri>();
  const open = new Map<string, OpenDocument>();
  const orphans = new Map<string, ReadonlySet<string>>();
  const files = createFileAnchors({ texts, kept }, targets, {
    moved(uri) {
      moved.fire(vscode.Uri.parse(uri, true));
    },
    renewed: store,
  });

  function opened(document: vscode.TextDocument): OpenDocument {
    const uri = document.uri.toString();
    const anchors = placeAll(document.getText(), targets(uri), new Map());
    const entry = { document, anchors, eol: document.eol, settling: undefined };
    open.set(uri, entry);
    if (!isCurrent(entry.anchors)) void placeByOldText(uri, entry);
    else keepText(entry);
    return entry;
  }

  /** What changed since the targets were made decides before likeness does. */
  async function placeByOldText(uri: string, entry: OpenDocument): Promise<void> {
    const oldText = await kept.read(uri);
    const text = entry.document.getText();
    if (oldText === null || oldText === text || open.get(uri) !== entry) return;
    change(entry, placeAll(text, targets(uri), new Map(), oldText));
  }

  /** Keeps the text once all targets are made on it; orphans need the one they were made on. */
  function keepText({ document, anchors }: OpenDocument): void {
    if (document.isDirty || anchors.size === 0) return;
    kept.keep(document.uri.toString(), document.getText());
  }

  /** The state of a paper's document; made when first asked for, so that papers without notes cost nothing. */
  function entryOf(uri: string): OpenDocument | null {
    const entry = open.get(uri);
    if (entry) return entry;
    if (targets(uri).length === 0) return null;
    const document = vscode.workspace.textDocuments.find(
      (each) => !each.isClosed && each.uri.toString() === uri && texts.isPaper(each),
    );
    return document ? opened(document) : null;
  }

  function change(entry: OpenDocument, anchors: LiveAnchors): void {
    if (sameAnchors(entry.anchors, anchors)) return;
    entry.anchors = anchors;
    moved.fire(entry.document.uri);
  }

  function settle(entry: OpenDocument): void {
    clearTimeout(entry.settling);
    entry.settling = undefined;
    change(entry, settleAll(entry.document.getText(), entry.anchors));
  }

  function edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const entry = open.get(document.uri.toString());
    if (!entry) return;
    if (entry.eol !== document.eol) {
      entry.eol = document.eol;
      change(entry, placeAll(document.getText(), targets(document.uri.toString()), new Map()));
      return;
    }
    if (contentChanges.length === 0) return;
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      length: text.length,
    }));
    entry.anchors = trackAll(entry.anchors, changes);
    clearTimeout(entry.settling);
    entry.settling = setTimeout(() => {
      settle(entry);
      moved.fire(document.uri);
    }, pause);
  }

  function saved(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    const entry = open.get(uri);
    if (!entry) return;
    settle(entry);
    const text = document.getText();
    const now = new Map<string, Target>();
    for (const [id, { anchor, target }] of entry.anchors) {
      if (anchor === null) continue;
      const described = describeRange(text, anchor.start, anchor.end);
      if (JSON.stringify(described) !== JSON.stringify(target)) now.set(id, described);
    }
    if (now.size > 0) store(uri, now);
    else if (isCurrent(entry.anchors)) keepText(entry);
  }

  function closed(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    const entry = open.get(uri);
    if (!entry) return;
    clearTimeout(entry.settling);
    const lost = [...entry.anchors].filter(([, { anchor }]) => anchor === null);
    orphans.set(uri, new Set(lost.map(([id]) => id)));
    open.delete(uri);
    moved.fire(document.uri);
  }

  const subscriptions = vscode.Disposable.from(
    moved,
    texts.onDidChange((uri) => {
      moved.fire(uri);
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (!texts.isPaper(document) || targets(document.uri.toString()).length === 0) return;
      opened(document);
      moved.fire(document.uri);
    }),
    vscode.workspace.onDidChangeTextDocument(edited),
    vscode.workspace.onDidSaveTextDocument(saved),
    vscode.workspace.onDidCloseTextDocument(closed),
  );

  return {
    onDidMove: moved.event,
    find: (uri) => (texts.isFile(uri) ? files.find(uri) : (entryOf(uri)?.anchors ?? null)),
    wasOrphan: (uri, id) => orphans.get(uri)?.has(id) ?? false,
    refresh(uri) {
      files.refresh(uri);
      const entry = entryOf(uri);
      if (!entry) return;
      entry.anchors = placeAll(entry.document.getText(), targets(uri), entry.anchors);
      if (isCurrent(entry.anchors)) keepText(entry);
    },
    dispose() {
      for (const { settling } of open.values()) clearTimeout(settling);
      subscriptions.dispose();
    },
  };
}

/** The place that a target was stored with, for papers that are not open. */
export function storedAnchor({ start, end }: Target): Anchor {
  return { start, end, score: 1, how: 'exact' };
}

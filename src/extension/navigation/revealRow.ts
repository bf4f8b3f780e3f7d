import * as vscode from 'vscode';
import { descendants, paperNode } from '../../core/navigation/paperNodes.ts';
import type { TreeNode } from '../../core/navigation/treeNode.ts';
import type { SourceRange } from '../../core/paper/paper.ts';
import type { RegisterCommand } from '../commands.ts';
import type { Papers } from '../papers/papers.ts';
import type { Reveal } from '../preview/reveal.ts';
import type { PaperEntries } from './paperEntries.ts';

/** Shows a row's passage; rows carry it, so it is in no menu. */
const revealId = 'policyAnnotator.revealRow';

/** A place in a paper, and the row that it was taken from. */
export interface RowPlace {
  readonly id: string;
  readonly uri: string;
  readonly place: SourceRange;
}

/** What a click on the row does. */
export function revealCommand(node: TreeNode<unknown>): vscode.Command {
  const { id, uri, place } = node;
  return { command: revealId, title: vscode.l10n.t('Show'), arguments: [{ id, uri, place }] };
}

/** The way from a row, or a line of a pick list, to its passage. */
export interface RowReveal {
  /** Fires when a passage is about to be shown. */
  readonly onWillReveal: vscode.Event<RowPlace>;
  show(row: RowPlace, options?: { readonly preserveFocus?: boolean }): Promise<void>;
  dispose(): void;
}

export function createRowReveal(
  registerCommand: RegisterCommand,
  reveal: Reveal,
  papers: Papers,
  entries: PaperEntries,
): RowReveal {
  const willReveal = new vscode.EventEmitter<RowPlace>();

  /** A paper that was not open may have changed since it was indexed: the row is found again by its id. */
  const placeNow = async ({ id, uri, place }: RowPlace): Promise<SourceRange> => {
    const paper = vscode.Uri.parse(uri, true);
    const isNew = papers.find(paper) === null;
    if (!isNew) return place;
    const document = await openQuietly(paper);
    const entry = document && entries.open(document.uri);
    const row = entry && descendants(paperNode(entry)).find((node) => node.id === id);
    return row?.place ?? place;
  };

  const show: RowReveal['show'] = async (row, options) => {
    const place = await placeNow(row);
    willReveal.fire({ ...row, place });
    await reveal.reveal(vscode.Uri.parse(row.uri, true), place, options);
  };

  const subscriptions = vscode.Disposable.from(
    willReveal,
    registerCommand(revealId, (row: RowPlace) => show(row, { preserveFocus: true })),
  );
  return {
    onWillReveal: willReveal.event,
    show,
    dispose() {
      subscriptions.dispose();
    },
  };
}

/** Null where there is no such document: to say so is up to who shows it. */
async function openQuietly(uri: vscode.Uri): Promise<vscode.TextDocument | null> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return null;
  }
}

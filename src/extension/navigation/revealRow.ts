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
    // The same bytes give the same text, so what a reader found in a file stays where it is.
    if (papers.isFile(paper) || papers.find(paper) !== null) return place;
    await openQuietly(papers, paper);
    const entry = entries.open(paper);
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

/** To say that a paper can't be opened is up to who shows it. */
async function openQuietly(papers: Papers, uri: vscode.Uri): Promise<void> {
  try {
    await papers.open(uri);
  } catch {
    // The place is taken from the index then.
  }
}

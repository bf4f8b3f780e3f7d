import * as vscode from 'vscode';
import type { Category } from '../../core/annotations/annotation.ts';
import type { RegisterCommand } from '../commands.ts';
import { offerUndo } from '../annotations/offerUndo.ts';
import type { RowElement } from '../navigation/rows.ts';
import { chooseEdition, type EditionSources } from './chooseEdition.ts';
import { createComparisonView } from './comparisonView.ts';
import { compare, waiting, type Comparison } from './editions.ts';
import { createEditionTexts } from './editionTexts.ts';
import { UserError } from '../errors.ts';

/** What comparing editions needs. */
export interface EditionParts extends EditionSources {
  readonly registerCommand: RegisterCommand;
  readonly categories: () => readonly Category[];
  /** The paper in front, or null. */
  readonly front: () => vscode.Uri | null;
}

/** Comparing a paper with an earlier edition of it, and carrying notes over from there. */
export function registerEditions(parts: EditionParts): vscode.Disposable {
  const { annotations, papers, registerCommand } = parts;
  const view = createComparisonView(parts.categories);
  const texts = createEditionTexts(papers);

  async function start(argument: unknown): Promise<void> {
    const uri = argument instanceof vscode.Uri ? argument : parts.front();
    if (uri === null) {
      throw new UserError(vscode.l10n.t('Open the newer edition of the paper first.'));
    }
    const open = await papers.open(uri);
    const earlier = await chooseEdition(parts, open);
    if (!earlier) return;
    view.show(compare(uri, open.paper, earlier));
    await view.focus();
  }

  /** What was compared, if the paper still reads as it did then; else it is compared anew. */
  function present(): Comparison {
    const { comparison } = view;
    if (comparison === null) {
      throw new UserError(vscode.l10n.t('Compare a paper with an earlier edition first.'));
    }
    const now = papers.find(comparison.paper)?.paper;
    if (now === undefined || now.text === comparison.now.text) return comparison;
    const { carried } = comparison;
    return { ...compare(comparison.paper, now, comparison.earlier), carried };
  }

  /** Carries over what waits, or only the annotation with this id, in one step that can be undone. */
  async function carryOver(only: string | null): Promise<void> {
    const comparison = present();
    const { paper, earlier } = comparison;
    const passages = waiting(comparison).filter(
      ({ annotation }) => (only ?? annotation.id) === annotation.id,
    );
    if (passages.length === 0) {
      throw new UserError(vscode.l10n.t('No note is left to carry over.'));
    }
    if (earlier.uri === null) {
      await annotations.reattach(
        paper,
        passages.map(({ annotation, range }) => ({ id: annotation.id, range })),
      );
    } else await annotations.copy(paper, passages);
    const ids = passages.map(({ annotation }) => annotation.id);
    view.show({ ...comparison, carried: new Set([...comparison.carried, ...ids]) });
    if (only === null) offerUndo(vscode.l10n.t('{0} notes carried over.', passages.length));
  }

  return vscode.Disposable.from(
    view,
    texts,
    registerCommand('policyAnnotator.compareEditions', start),
    registerCommand('policyAnnotator.carryOver', async (row: RowElement | undefined) => {
      if (row?.id) await carryOver(row.id);
    }),
    registerCommand('policyAnnotator.carryOverAll', () => carryOver(null)),
    registerCommand('policyAnnotator.showTextDifferences', () => texts.showDifferences(present())),
    registerCommand('policyAnnotator.closeComparison', () => {
      view.show(null);
    }),
  );
}

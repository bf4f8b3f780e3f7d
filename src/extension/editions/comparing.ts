import * as vscode from 'vscode';
import type { Category } from '../../core/annotations/annotation.ts';
import { offerUndo } from '../annotations/offerUndo.ts';
import { chooseEdition, type EditionSources } from './chooseEdition.ts';
import { createComparisonView } from './comparisonView.ts';
import { compare, waiting, type Comparison } from './editions.ts';
import { createEditionTexts } from './editionTexts.ts';
import { UserError } from '../errors.ts';

/** What comparing editions needs. */
export interface ComparingParts extends EditionSources {
  readonly categories: () => readonly Category[];
  /** The paper in front, or null. */
  readonly front: () => vscode.Uri | null;
}

/** Compares a paper with an earlier edition of it, and carries notes over from there. */
export interface Comparing {
  /** Lets the analyst choose the edition, and shows the comparison. */
  start(argument: unknown): Promise<void>;
  /** Carries over what waits, or only the annotation with this id, in one step that can be undone. */
  carryOver(only: string | null): Promise<void>;
  showDifferences(): Promise<void>;
  close(): void;
  dispose(): void;
}

export function createComparing(parts: ComparingParts): Comparing {
  const { annotations, papers } = parts;
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

  return {
    start,
    carryOver,
    showDifferences: () => texts.showDifferences(present()),
    close() {
      view.show(null);
    },
    dispose() {
      view.dispose();
      texts.dispose();
    },
  };
}

import * as vscode from 'vscode';
import type { Category } from '../../core/annotations/annotation.ts';
import {
  comparisonNodes,
  type ComparisonNode,
  type ComparisonNodeData,
} from '../../core/navigation/comparisonNodes.ts';
import { comparingKey, views } from '../ids.ts';
import { createRows } from '../navigation/rows.ts';
import { comparisonRow } from './comparisonRow.ts';
import type { Comparison } from './editions.ts';

/** The view of the comparison that there is, or none. */
export interface ComparisonView {
  readonly comparison: Comparison | null;
  /** Shows a comparison, or the present one as it is now; null closes the view. */
  show(comparison: Comparison | null): void;
  /** Brings the view to the front. */
  focus(): Promise<void>;
  dispose(): void;
}

export function createComparisonView(categories: () => readonly Category[]): ComparisonView {
  let comparison: Comparison | null = null;
  const roots = (): readonly ComparisonNode[] =>
    comparison === null ? [] : comparisonNodes(comparison.result, comparison.paper.toString());
  const rows = createRows<ComparisonNodeData>(views.comparison, {
    roots,
    childrenOf: ({ children }) => children,
    face: (node) =>
      comparison === null ? new vscode.TreeItem('') : comparisonRow(node, comparison, categories()),
    annotationOf: (data) => (data.kind === 'annotation' ? data.compared.annotation.id : null),
  });

  return {
    get comparison() {
      return comparison;
    },
    show(next) {
      comparison = next;
      void vscode.commands.executeCommand('setContext', comparingKey, next !== null);
      rows.view.description = next?.now.name ?? '';
      rows.view.message =
        next === null
          ? ''
          : next.result.annotations.length + next.result.points.length === 0
            ? vscode.l10n.t('Neither edition has notes or key points.')
            : vscode.l10n.t('Compared with {0}', next.earlier.name);
      rows.refresh();
    },
    async focus() {
      await vscode.commands.executeCommand(`${views.comparison}.focus`);
    },
    dispose() {
      rows.dispose();
    },
  };
}

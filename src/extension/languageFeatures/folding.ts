import * as vscode from 'vscode';
import { foldsOf, siteTextRuns, type Fold } from '../../core/paper/folding.ts';
import type { Papers } from '../papers/papers.ts';

/**
 * Folds for papers: sections and site text in plain text; site text only in Markdown, whose sections
 * VS Code folds itself.
 */
export function createFolding(papers: Papers): vscode.FoldingRangeProvider {
  return {
    async provideFoldingRanges(document) {
      if (!papers.isPaper(document)) return [];
      const { paper } = await papers.whenRead(document);
      const folds = paper.format === 'markdown' ? siteTextRuns(paper.blocks) : foldsOf(paper);
      return folds.flatMap((fold) => foldingRange(fold, document));
    },
  };
}

function foldingRange({ kind, range }: Fold, document: vscode.TextDocument): vscode.FoldingRange[] {
  const start = document.positionAt(range.start).line;
  const end = document.positionAt(range.end).line;
  if (end <= start) return [];
  const ours = kind === 'siteText' ? vscode.FoldingRangeKind.Region : undefined;
  return [new vscode.FoldingRange(start, end, ours)];
}

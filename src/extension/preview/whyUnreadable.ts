import * as vscode from 'vscode';
import type { Paper } from '../../core/paper/paper.ts';

/** What is wrong with a paper that has nothing to show, and what to do; null if it can be shown. */
export function whyUnreadable(paper: Paper): string | null {
  if (paper.blocks.length > 0) return null;
  const problem = paper.problems[0];
  if (problem) return problem.message;
  return vscode.l10n.t('This paper is empty. Text that is put into it appears here.');
}

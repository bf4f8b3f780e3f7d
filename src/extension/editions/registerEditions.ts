import * as vscode from 'vscode';
import type { RegisterCommand } from '../commands.ts';
import type { RowElement } from '../navigation/rows.ts';
import { createPart } from '../part.ts';
import { comparingKey } from '../ids.ts';
import type { ComparingParts } from './comparing.ts';

/** What the commands need. */
export interface EditionParts extends ComparingParts {
  readonly registerCommand: RegisterCommand;
}

/** The commands for comparing a paper with an earlier edition; the view of it comes with the first. */
export function registerEditions(parts: EditionParts): vscode.Disposable {
  const { registerCommand } = parts;
  const comparing = createPart(async () => {
    const { createComparing } = await import('./comparing.ts');
    return createComparing(parts);
  });

  // VS Code goes on with the view where only its extensions were started again, which know of no comparison.
  void vscode.commands.executeCommand('setContext', comparingKey, false);

  return vscode.Disposable.from(
    registerCommand('policyAnnotator.compareEditions', async (paper: unknown) => {
      await (await comparing.load()).start(paper);
    }),
    registerCommand('policyAnnotator.carryOver', async (row: RowElement | undefined) => {
      if (row?.id) await (await comparing.load()).carryOver(row.id);
    }),
    registerCommand('policyAnnotator.carryOverAll', async () => {
      await (await comparing.load()).carryOver(null);
    }),
    registerCommand('policyAnnotator.showTextDifferences', async () => {
      await (await comparing.load()).showDifferences();
    }),
    registerCommand('policyAnnotator.closeComparison', async () => {
      (await comparing.load()).close();
    }),
    new vscode.Disposable(() => comparing.now?.dispose()),
  );
}

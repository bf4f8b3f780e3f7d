import type * as vscode from 'vscode';

const key = 'policyAnnotator.declinedLookalikes';
/** Answers that are remembered, so that nobody is asked twice. */
const most = 300;

/** Whether it is known that a paper shall not have the annotations that were made on another one. */
export function isDeclined(state: vscode.Memento, from: string, paper: string): boolean {
  return answers(state).includes(`${from} ${paper}`);
}

/** Remembers that a paper shall not have the annotations that were made on another one. */
export async function decline(state: vscode.Memento, from: string, paper: string): Promise<void> {
  await state.update(key, [...answers(state), `${from} ${paper}`].slice(-most));
}

function answers(state: vscode.Memento): readonly string[] {
  return state.get<readonly string[]>(key, []);
}

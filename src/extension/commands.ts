import * as vscode from 'vscode';
import { reportError } from './errors.ts';

/** Registers a command behind the one error boundary that all of them share. */
export type RegisterCommand = (id: string, run: (...args: never[]) => unknown) => vscode.Disposable;

export function createRegisterCommand(log: vscode.LogOutputChannel): RegisterCommand {
  return (id, run) =>
    vscode.commands.registerCommand(id, async (...args: never[]) => {
      try {
        return await run(...args);
      } catch (error) {
        reportError(log, id, error);
        return undefined;
      }
    });
}

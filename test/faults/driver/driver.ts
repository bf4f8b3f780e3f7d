// An extension beside ours, in the same extension host. It does what a test writes into a folder, by
// commands that an analyst has, and says what is shown: by hovers, as an analyst sees it.
import {
  appendFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Answer, Task } from './task.ts';

const control = process.env['FAULTS_CONTROL'] ?? '';
const ourLink = 'command:policyAnnotator.deleteAnnotation';
const patience = 15;
/** Milliseconds after which what is awaited does not come any more. */
const longest = 60_000;

export function activate(): void {
  if (control === '') return;
  const host = String(process.pid);
  const file = (name: string) => path.join(control, `${host}.${name}`);
  setInterval(() => {
    if (!existsSync(file('task'))) return;
    const task = JSON.parse(readFileSync(file('task'), 'utf8')) as Task;
    rmSync(file('task'));
    const answer = (given: Answer) => {
      writeFileSync(file('answer.new'), JSON.stringify(given));
      renameSync(file('answer.new'), file('answer'));
    };
    run(task).then(answer, (error: unknown) => {
      answer({ error: String(error), seen: [], milliseconds: 0 });
    });
  }, patience);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  writeFileSync(file('ready'), folder?.uri.fsPath ?? '');
}

async function run(task: Task): Promise<Answer> {
  const started = performance.now();
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(task.paper));
  const seen = await (async () => {
    switch (task.kind) {
      case 'highlight':
        await highlight(document, task);
        return [];
      case 'see':
        return see(document, task.lines);
      case 'await':
        return awaitAll(document, task.lines);
      case 'command':
        await vscode.commands.executeCommand(task.command, ...task.args);
        return [];
    }
  })();
  return { seen, milliseconds: performance.now() - started };
}

/** Highlights line after line; takes every fifth back and makes it again. Logs what was shown. */
async function highlight(
  document: vscode.TextDocument,
  { lines, log }: Extract<Task, { kind: 'highlight' }>,
): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  for (const [index, line] of lines.entries()) {
    const say = (what: string) => {
      appendFileSync(log, `${what} ${line} ${Date.now()}\n`);
    };
    const { range } = document.lineAt(line);
    say('?');
    editor.selection = new vscode.Selection(range.start, range.end);
    await vscode.commands.executeCommand('policyAnnotator.highlight');
    say('+');
    if (index % 5 !== 4) continue;
    say('?');
    await vscode.commands.executeCommand('policyAnnotator.undoAnnotationChange');
    say('-');
    say('?');
    await vscode.commands.executeCommand('policyAnnotator.redoAnnotationChange');
    say('+');
  }
}

async function see(
  document: vscode.TextDocument,
  lines: readonly number[],
): Promise<readonly number[]> {
  const seen = [];
  for (const line of lines) {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(line, 3),
    );
    const texts = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    if (texts.some(({ value }) => value.includes(ourLink))) seen.push(line);
  }
  return seen;
}

/** What is seen of the lines when all are, or when it takes too long. */
async function awaitAll(
  document: vscode.TextDocument,
  lines: readonly number[],
): Promise<readonly number[]> {
  const end = Date.now() + longest;
  let missing = lines;
  while (missing.length > 0 && Date.now() < end) {
    const seen = await see(document, missing);
    missing = missing.filter((line) => !seen.includes(line));
    if (missing.length > 0) await pause();
  }
  return lines.filter((line) => !missing.includes(line));
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patience));
}

import type * as vscode from 'vscode';

/** Milliseconds in which VS Code has drawn a thread. */
const drawing = 50;

/**
 * Waits until a thread is drawn: VS Code gives the focus to a comment that changes to editing, not to one that was
 * made that way.
 */
export function drawn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, drawing));
}

/** Sets the range of a thread if that is another: VS Code draws the thread anew. */
export function setRange(thread: vscode.CommentThread, range: vscode.Range): void {
  if (!thread.range?.isEqual(range)) thread.range = range;
}

/** Sets the label of a thread if that is another: VS Code draws the thread anew. */
export function setLabel(thread: vscode.CommentThread, label: string): void {
  if (thread.label !== label) thread.label = label;
}

import * as vscode from 'vscode';
import { openAnnotationStore } from '../core/annotations/annotationStore.ts';
import { createAnnotations } from './annotations/createAnnotations.ts';
import { readAnnotationSettings } from './configuration.ts';
import { createPapers } from './papers/createPapers.ts';

/** Makes each part once and joins them. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Policy Paper Annotator', { log: true });
  const store = openAnnotationStore(context.workspaceState);
  const annotations = createAnnotations(store, readAnnotationSettings);
  const papers = createPapers((uri) => ({ corrections: annotations.corrections(uri) }));
  context.subscriptions.push(
    log,
    annotations,
    papers,
    annotations.onDidChange((uri) => {
      papers.decisionsChanged(uri);
    }),
  );
}

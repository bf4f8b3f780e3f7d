import * as vscode from 'vscode';
import { openAnnotationStore } from '../core/annotations/annotationStore.ts';
import { createAnnotations } from './annotations/createAnnotations.ts';
import { createPublisherRules } from './annotations/publisherRules.ts';
import { copyQuote } from './annotations/copyQuote.ts';
import { pickForAnnotation } from './annotations/pickForAnnotation.ts';
import { registerAnnotating } from './annotations/registerAnnotating.ts';
import { reportStoreProblems } from './annotations/reportStoreProblems.ts';
import { createRegisterCommand } from './commands.ts';
import { readAnnotationSettings } from './configuration.ts';
import { registerNavigation } from './navigation/registerNavigation.ts';
import { createPapers } from './papers/createPapers.ts';
import { registerPreviews } from './preview/registerPreviews.ts';

/** Makes each part once and joins them. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Policy Paper Annotator', { log: true });
  const registerCommand = createRegisterCommand(log);
  const settings = readAnnotationSettings;

  const store = openAnnotationStore(context.workspaceState);
  const rules = createPublisherRules(context.workspaceState);
  const annotations = createAnnotations(store, settings, log);
  const papers = createPapers((uri) => ({
    corrections: annotations.corrections(uri),
    rules: rules.all(),
  }));
  const reading = registerPreviews({
    context,
    log,
    registerCommand,
    papers,
    annotations,
    readCategories: settings,
    pickForAnnotation: (paper, id, what) =>
      pickForAnnotation({ annotations, papers, settings }, paper, id, what),
    copyQuote: (paper, range) => copyQuote({ papers }, paper, range),
  });

  context.subscriptions.push(
    log,
    annotations,
    papers,
    reading,
    annotations.onDidChange((uri) => {
      papers.decisionsChanged(uri);
    }),
    registerAnnotating({
      ...{ annotations, papers, rules, registerCommand, reveal: reading.reveal },
      activePreview: () => reading.previews.active,
    }),
    registerNavigation({ context, log, registerCommand, papers, annotations, reading, settings }),
  );
  void reportStoreProblems(context.workspaceState, store.problems);
}

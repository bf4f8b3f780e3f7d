import * as vscode from 'vscode';
import type { Category } from '../../core/annotations/annotation.ts';
import { registerAnnotationsView } from '../annotationsTree/annotationsView.ts';
import type { Annotations } from '../annotations/annotations.ts';
import type { RegisterCommand } from '../commands.ts';
import { registerEditions } from '../editions/registerEditions.ts';
import { registerKeyPointCommands } from '../keyPoints/keyPointCommands.ts';
import { registerKeyPointsView } from '../keyPoints/keyPointsView.ts';
import { registerScanProgress } from '../keyPoints/scanProgress.ts';
import { registerLanguageFeatures } from '../languageFeatures/registerLanguageFeatures.ts';
import type { Papers } from '../papers/papers.ts';
import type { FileReaders } from '../papers/fileReading.ts';
import { createWorkspaceIndex } from '../papers/workspaceIndex.ts';
import { createWorkspaceIndexCache } from '../papers/workspaceIndexCache.ts';
import type { ReadingView } from '../preview/registerPreviews.ts';
import { registerTags } from '../tags/tagsView.ts';
import { rememberFront } from './front.ts';
import { createPaperEntries } from './paperEntries.ts';
import { createReadingPlace } from './readingPlace.ts';
import { createRowReveal } from './revealRow.ts';

/** What the trees, pick lists and language features need from the other parts. */
export interface NavigationServices {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly registerCommand: RegisterCommand;
  readonly papers: Papers;
  readonly readers: FileReaders;
  readonly annotations: Annotations;
  readonly view: ReadingView;
  readonly settings: () => { readonly categories: readonly Category[] };
}

/** The three views, the ways to go to key points and tags, and the index of the workspace's papers. */
export function registerNavigation(services: NavigationServices): vscode.Disposable {
  const { context, log, registerCommand, papers, annotations, view } = services;
  const index = createWorkspaceIndex(
    createWorkspaceIndexCache(context.storageUri, log),
    services.readers,
    log,
  );
  const entries = createPaperEntries(papers, index, annotations);
  const rowReveal = createRowReveal(registerCommand, view.reveal, papers, entries);
  const readingPlace = createReadingPlace(papers, view, rowReveal);
  const parts = {
    entries,
    index,
    rowReveal,
    readingPlace,
    registerCommand,
    categories: () => services.settings().categories,
    rememberFront: () => rememberFront(view.previews),
  };
  return vscode.Disposable.from(
    index,
    entries,
    rowReveal,
    readingPlace,
    registerScanProgress(index, registerCommand),
    registerKeyPointsView(parts),
    registerKeyPointCommands(parts),
    registerTags(parts),
    registerAnnotationsView({ ...parts, annotations, papers, memento: context.workspaceState }),
    registerEditions({
      ...parts,
      reading: services.readers.reading,
      annotations,
      papers,
      front: () => readingPlace.now()?.uri ?? null,
    }),
    registerLanguageFeatures(papers),
  );
}

import * as vscode from 'vscode';
import type { RegisterCommand } from '../commands.ts';
import { readAnnotationSettings } from '../configuration.ts';
import type { Papers } from '../papers/papers.ts';
import type { Reading } from '../papers/reading.ts';
import type { Reveal } from '../preview/reveal.ts';
import { createActiveSelection, type PreviewInFront } from './activeSelection.ts';
import { registerAnnotationHover } from './annotationHover.ts';
import type { Annotations } from './annotations.ts';
import { registerCopyQuote } from './copyQuote.ts';
import { registerCreateCommands } from './createCommands.ts';
import { registerDecorations } from './decorations.ts';
import { registerEditCommands } from './editCommands.ts';
import { registerNoteCommands } from './noteCommands.ts';
import { createNoteThreads } from './noteThreads.ts';
import type { PublisherRules } from './publisherRules.ts';
import { registerCategoryReport } from './reportCategoryProblems.ts';
import { registerOrphanCommands } from './orphanCommands.ts';
import { registerRoleCommands } from './roleCommands.ts';
import { registerStepCommands } from './stepCommands.ts';

/** What annotating needs from the other parts. */
export interface AnnotatingServices {
  readonly annotations: Annotations;
  readonly papers: Papers;
  readonly rules: PublisherRules;
  readonly reading: Reading;
  readonly reveal: Reveal;
  readonly registerCommand: RegisterCommand;
  /** The preview that has the focus, or null. */
  activePreview(): PreviewInFront | null;
}

/** Joins everything by which annotations are made, shown in text editors, and changed. */
export function registerAnnotating(parts: AnnotatingServices): vscode.Disposable {
  const { annotations, papers } = parts;
  const settings = readAnnotationSettings;
  const threads = createNoteThreads(annotations, papers, settings);
  const selection = createActiveSelection(
    (document) => papers.isPaper(document),
    () => parts.activePreview(),
  );
  const services = { ...parts, settings, threads, selection };
  return vscode.Disposable.from(
    threads,
    registerCategoryReport(),
    registerDecorations(services),
    registerAnnotationHover(services),
    registerNoteCommands(services),
    registerCreateCommands(services),
    registerEditCommands(services),
    registerStepCommands(services),
    registerOrphanCommands(services),
    registerRoleCommands(services),
    parts.rules.onDidChange(() => {
      papers.rulesChanged();
    }),
    registerCopyQuote(services),
  );
}

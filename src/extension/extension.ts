import * as vscode from 'vscode';
import { createAnnotations } from './annotations/createAnnotations.ts';
import { copyQuote } from './annotations/copyQuote.ts';
import { pickForAnnotation } from './annotations/pickForAnnotation.ts';
import { registerAnnotating } from './annotations/registerAnnotating.ts';
import { createStorage, type AnnotationStorage } from './annotations/storage/createStorage.ts';
import { decline } from './annotations/storage/declinedLookalikes.ts';
import { registerStorage } from './annotations/storage/registerStorage.ts';
import { storagePlace } from './annotations/storage/storagePlace.ts';
import { createRegisterCommand } from './commands.ts';
import { paperOfActiveTab, registerConversion } from './conversion/registerConversion.ts';
import { readAnnotationSettings } from './configuration.ts';
import { registerNavigation } from './navigation/registerNavigation.ts';
import { createPapers, type RoleDecisions } from './papers/createPapers.ts';
import { createFilePapers } from './papers/filePapers.ts';
import { joinPapers } from './papers/joinPapers.ts';
import { paperTexts } from './papers/paperTexts.ts';
import { createReading } from './papers/reading.ts';
import { createReaderDoor } from './papers/readerDoor.ts';
import { offerEncoding } from './papers/offerEncoding.ts';
import { registerPreviews } from './preview/registerPreviews.ts';

let opened: AnnotationStorage | null = null;

/** Makes each part once and joins them. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Policy Paper Annotator', { log: true });
  const registerCommand = createRegisterCommand(log);
  const settings = readAnnotationSettings;

  const storage = createStorage(storagePlace(context), log);
  opened = storage;
  const { rules } = storage;
  const decide = (uri: vscode.Uri): RoleDecisions => ({
    corrections: annotations.corrections(uri),
    rules: rules.all(),
  });
  const door = createReaderDoor(context.extensionUri, log);
  const reading = createReading();
  const files = createFilePapers({ door, reading });
  const textPapers = createPapers(reading, decide, log);
  const annotations = createAnnotations(storage, settings, paperTexts(textPapers, files), log);
  const papers = joinPapers(reading, textPapers, files, decide);
  const view = registerPreviews({
    context,
    log,
    registerCommand,
    papers,
    reading,
    annotations,
    readCategories: settings,
    pickForAnnotation: (paper, id, what) =>
      pickForAnnotation({ annotations, papers, settings }, paper, id, what),
    copyQuote: (paper, range) => copyQuote({ papers, reading }, paper, range),
  });

  context.subscriptions.push(
    log,
    storage,
    registerStorage({ storage, annotations, papers, registerCommand, log }),
    annotations,
    papers,
    door,
    view,
    annotations.onDidChange((uri) => {
      papers.decisionsChanged(uri);
    }),
    registerAnnotating({
      ...{ annotations, papers, rules, reading, registerCommand, reveal: view.reveal },
      activePreview: () => view.previews.active,
    }),
    offerEncoding(log),
    registerConversion({
      ...{ papers, annotations, registerCommand },
      decided: (paper, file) => decline(storage.place.state, paper.toString(), file.toString()),
      activePaper: () => view.previews.active?.uri ?? paperOfActiveTab(),
    }),
    registerNavigation({
      context,
      log,
      registerCommand,
      papers,
      readers: { door, reading },
      annotations,
      view,
      settings,
    }),
  );
}

/** Writes what is not written yet; VS Code waits for it. */
export async function deactivate(): Promise<void> {
  await opened?.close();
}

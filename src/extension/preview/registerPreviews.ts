import * as vscode from 'vscode';
import { renamedUri } from '../../core/annotations/renamedUri.ts';
import type { ReadingSettings } from '../../core/protocol.ts';
import type { Annotations } from '../annotations/annotations.ts';
import type { RegisterCommand } from '../commands.ts';
import { reportError } from '../errors.ts';
import type { Papers } from '../papers/papers.ts';
import type { Reading } from '../papers/reading.ts';
import type { PaperPlace } from './paperPlace.ts';
import { createReveal } from './createReveal.ts';
import { fulfil, type WishTargets } from './fulfil.ts';
import { createPreviews, type Previews } from './previews.ts';
import { readKeys, readTypography, touchesPreview } from './readingSettings.ts';
import { createReadingPlaces } from './readingPlaces.ts';
import { registerPanels } from './registerPanels.ts';
import { registerPreviewCommands } from './registerPreviewCommands.ts';
import type { Reveal } from './reveal.ts';
import { registerScrollSync } from './scrollSync.ts';

/** What the reading view needs from the other parts. */
export interface PreviewServices extends Pick<WishTargets, 'pickForAnnotation' | 'copyQuote'> {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly registerCommand: RegisterCommand;
  readonly papers: Papers;
  readonly reading: Reading;
  readonly annotations: Annotations;
  readCategories(paper: vscode.Uri): Pick<ReadingSettings, 'categories' | 'defaultCategory'>;
}

/** What the other parts get from the reading view. */
export interface ReadingView {
  readonly previews: Previews;
  readonly reveal: Reveal;
  /** Fires when the reader scrolled a preview, with the place at its top. */
  readonly onDidScroll: vscode.Event<PaperPlace>;
  dispose(): void;
}

/** Joins the previews to documents, annotations, settings, commands and VS Code's ways to open one. */
export function registerPreviews(services: PreviewServices): ReadingView {
  const { context, log, papers, annotations } = services;
  const places = createReadingPlaces(context.workspaceState);
  const keys = readKeys(context.extension.packageJSON);

  const scrolled = new vscode.EventEmitter<PaperPlace>();

  const previews = createPreviews({
    extensionUri: context.extensionUri,
    reading: services.reading,
    log,
    papers,
    annotations,
    readSettings: (paper) => ({
      ...readTypography(paper),
      ...services.readCategories(paper),
      keys,
    }),
    fulfil(preview, wish) {
      if (wish.type === 'scrolled') {
        scrolled.fire({ uri: preview.uri, offset: wish.offset });
        places.keep(preview.uri, { offset: wish.offset });
      }
      return fulfil(preview, wish, { ...services, reveal, scrollSync }).then(
        () => true,
        (error: unknown) => {
          reportError(log, wish.type, error);
          return false;
        },
      );
    },
  });
  const reveal = createReveal(previews, papers);
  const scrollSync = registerScrollSync(previews);

  const subscriptions = vscode.Disposable.from(
    scrolled,
    previews,
    reveal,
    scrollSync,
    places,
    registerPreviewCommands(services.registerCommand, previews, papers, reveal, places),
    registerPanels(previews, places),
    papers.onDidChange((uri) => {
      for (const preview of previews.of(uri)) preview.paperChanged();
    }),
    annotations.onDidChange((uri) => {
      for (const preview of previews.of(uri)) preview.annotationsChanged();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!touchesPreview(event)) return;
      for (const preview of previews.all()) preview.settingsChanged();
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (!editor) return;
      const { uri } = editor.document;
      if (papers.isFile(uri) || papers.isPaper(editor.document)) {
        previews.follow(places.placeOf(uri));
      }
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      const renames = files.map(({ oldUri, newUri }) => ({
        from: oldUri.toString(),
        to: newUri.toString(),
      }));
      for (const preview of previews.all()) {
        const uri = renamedUri(preview.uri.toString(), renames);
        if (uri === preview.uri.toString()) continue;
        previews.move(preview, vscode.Uri.parse(uri, true));
      }
    }),
  );

  return {
    previews,
    reveal,
    onDidScroll: scrolled.event,
    dispose() {
      subscriptions.dispose();
    },
  };
}

import * as vscode from 'vscode';
import type { SourceRange } from '../../core/paper/paper.ts';
import type { Reading } from '../papers/reading.ts';
import type { AnnotationServices } from './annotationServices.ts';
import { selectedPassages, type SelectedPassage } from './activeSelection.ts';
import { annotationsHere, chosenAnnotation, namedAnnotation } from './chosenAnnotation.ts';
import { UserError } from '../errors.ts';

interface Services extends AnnotationServices {
  readonly reading: Reading;
}

/** Puts a passage with its citation on the clipboard. */
export async function copyQuote(
  { papers, reading }: Pick<Services, 'papers' | 'reading'>,
  uri: vscode.Uri,
  range: SourceRange,
): Promise<void> {
  const { quoteWithCitation } = await reading.load();
  const { paper } = await papers.open(uri);
  await vscode.env.clipboard.writeText(quoteWithCitation(paper, range));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Quote copied with its citation'), 3000);
}

/** The command that copies the selected passage, or that of an annotation, with its citation. */
export function registerCopyQuote(services: Services): vscode.Disposable {
  return services.registerCommand('policyAnnotator.copyQuote', async (argument?: unknown) => {
    const passage = await passageFor(services, argument);
    if (passage) await copyQuote(services, passage.uri, passage.range);
  });
}

/** The passage of the annotation that is named, else what is selected, else the annotation at the cursor. */
async function passageFor(
  services: Services,
  argument: unknown,
): Promise<SelectedPassage | undefined> {
  const { annotations, papers, selection } = services;
  const isNamed = namedAnnotation(services, argument) !== null;
  const isSelected = selection.passages().some(({ range }) => range.end > range.start);
  const isHere =
    annotationsHere(services).length > 0 ||
    typeof selection.preview()?.selectedAnnotation === 'string';
  if (!isNamed && (isSelected || !isHere)) return selectedPassages(selection)[0];
  const chosen = await chosenAnnotation(services, argument);
  if (!chosen) return undefined;
  // Where it stands is known for sure once its paper is open.
  await papers.open(chosen.paper);
  const placed = annotations.placed(chosen.paper);
  const range = placed.find(({ annotation }) => annotation.id === chosen.annotation.id)?.anchor;
  if (range) return { uri: chosen.paper, range };
  throw new UserError(vscode.l10n.t('The passage of this annotation was not found.'));
}

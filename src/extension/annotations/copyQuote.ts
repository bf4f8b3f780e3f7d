import * as vscode from 'vscode';
import type { SourceRange } from '../../core/paper/paper.ts';
import type { Reading } from '../papers/reading.ts';
import type { AnnotationServices } from './annotationServices.ts';
import { selectedPassages } from './activeSelection.ts';

interface Services extends Pick<AnnotationServices, 'papers' | 'registerCommand' | 'selection'> {
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

/** The command that copies the selected passage with its citation. */
export function registerCopyQuote(services: Services): vscode.Disposable {
  return services.registerCommand('policyAnnotator.copyQuote', async () => {
    const [passage] = selectedPassages(services.selection);
    if (passage) await copyQuote(services, passage.uri, passage.range);
  });
}

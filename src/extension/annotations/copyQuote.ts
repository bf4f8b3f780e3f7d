import * as vscode from 'vscode';
import { quoteWithCitation } from '../../core/citation/quoteWithCitation.ts';
import type { SourceRange } from '../../core/paper/paper.ts';
import type { AnnotationServices } from './annotationServices.ts';
import { selectedPassages } from './activeSelection.ts';

type Services = Pick<AnnotationServices, 'papers' | 'registerCommand' | 'selection'>;

/** Puts a passage with its citation on the clipboard. */
export async function copyQuote(
  { papers }: Pick<Services, 'papers'>,
  uri: vscode.Uri,
  range: SourceRange,
): Promise<void> {
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

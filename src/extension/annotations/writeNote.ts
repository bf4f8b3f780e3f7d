import * as vscode from 'vscode';
import type { AnnotationServices } from './annotationServices.ts';

/** Opens an annotation's note for writing: in the preview if that is in front or the only view, else in the editor. */
export async function writeNote(
  { annotations, papers, selection, threads, reveal }: AnnotationServices,
  paper: vscode.Uri,
  id: string,
): Promise<void> {
  const preview = selection.preview();
  if (preview?.uri.toString() === paper.toString()) {
    preview.selectAnnotation(id, true);
    return;
  }
  if (papers.isFile(paper)) {
    await reveal.revealNote(paper, id);
    return;
  }
  const anchor = annotations.placed(paper).find(({ annotation }) => annotation.id === id)?.anchor;
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  if (anchor && active !== paper.toString()) await reveal.revealSource(paper, anchor);
  await threads.write(paper, id);
}

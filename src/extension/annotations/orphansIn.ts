import type * as vscode from 'vscode';
import { orphanChoices, type OrphanChoice } from '../../core/annotations/orphanChoices.ts';
import type { Annotations } from './annotations.ts';

/** The orphans of a paper with what comes into question for them in its present text. */
export async function orphansIn(
  annotations: Pick<Annotations, 'placed' | 'textMadeOn'>,
  paper: vscode.Uri,
  text: string,
): Promise<readonly OrphanChoice[]> {
  const oldText = await annotations.textMadeOn(paper);
  return orphanChoices(text, annotations.placed(paper), oldText === null ? {} : { oldText });
}

import type * as vscode from 'vscode';
import { anchorAll } from '../../core/anchoring/anchorAll.ts';
import { describeRange } from '../../core/anchoring/describeRange.ts';
import type { PlacedAnnotation } from '../../core/protocol.ts';
import type { Annotations } from '../annotations/annotations.ts';

/** The notes of a paper with the text that they stand in, and the document that they are to be put on. */
export interface Carried {
  readonly notes: readonly PlacedAnnotation[];
  readonly text: string;
  readonly document: vscode.TextDocument;
}

/** Puts copies of a paper's annotations on its Markdown. Returns how many had no place there. */
export async function carryAnnotations(
  annotations: Annotations,
  { notes, text, document }: Carried,
): Promise<number> {
  const placed = notes.flatMap(({ annotation, anchor }) =>
    anchor ? [{ annotation, anchor }] : [],
  );
  const targets = placed.map(({ anchor }) => describeRange(text, anchor.start, anchor.end));
  const anchors = anchorAll(document.getText(), targets, { oldText: text });
  let lost = 0;
  for (const [index, { annotation }] of placed.entries()) {
    const anchor = anchors[index];
    if (!anchor) {
      lost += 1;
      continue;
    }
    const { category, note, tags, status, confidence } = annotation;
    const { id } = await annotations.create(document.uri, anchor, { category, note, tags });
    await annotations.edit(document.uri, id, { status, confidence });
  }
  return lost;
}

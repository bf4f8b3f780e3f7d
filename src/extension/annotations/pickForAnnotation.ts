import type * as vscode from 'vscode';
import type { AnnotationEdit } from '../../core/protocol.ts';
import type { AnnotationServices } from './annotationServices.ts';
import { pickCategory, pickConfidence, pickStatus, pickTags, tagsInUse } from './picks.ts';

/** What can be chosen in pick lists. */
export type Pickable = 'category' | 'tags' | 'status' | 'confidence';

type Services = Pick<AnnotationServices, 'annotations' | 'papers' | 'settings'>;

/** Lets the analyst choose something for an annotation; it stays as it is if nothing is chosen. */
export async function pickForAnnotation(
  services: Services,
  paper: vscode.Uri,
  id: string,
  what: Pickable,
): Promise<void> {
  const { annotations } = services;
  const placed = annotations.placed(paper).find(({ annotation }) => annotation.id === id);
  if (!placed) return;
  const edit = await pick(services, paper, placed.annotation, what);
  if (edit !== undefined) await annotations.edit(paper, id, edit);
}

async function pick(
  { annotations, papers, settings }: Services,
  paper: vscode.Uri,
  annotation: Parameters<typeof tagsInUse>[0][number],
  what: Pickable,
): Promise<AnnotationEdit | undefined> {
  switch (what) {
    case 'category': {
      const category = await pickCategory(settings().categories, annotation.category);
      return category === undefined ? undefined : { category };
    }
    case 'tags': {
      const used = tagsInUse(annotations.records().flatMap((record) => record.annotations));
      const stated = papers.find(paper)?.paper.metadata.tags.map(({ text }) => text) ?? [];
      const tags = await pickTags([...used, ...stated], annotation.tags);
      return tags === undefined ? undefined : { tags: [...tags] };
    }
    case 'status': {
      const status = await pickStatus(annotation.status);
      return status === undefined ? undefined : { status };
    }
    case 'confidence': {
      const confidence = await pickConfidence(annotation.confidence);
      return confidence === undefined ? undefined : { confidence };
    }
  }
}

import * as vscode from 'vscode';
import { anchorAll } from '../../../core/anchoring/anchorAll.ts';
import type { Fingerprint, PaperRecord } from '../../../core/annotations/annotation.ts';
import type { StoredChange } from '../../../core/store/entry.ts';
import {
  copiesLike,
  keepCopy,
  likenessTo,
  listCopies,
  readCopy,
} from '../../../core/store/copies.ts';
import { emptyRecord } from '../../../core/store/paperState.ts';
import { likenessOf, type Likeness } from '../../../core/store/fingerprint.ts';
import { formatOfName } from '../../papers/paperFormat.ts';
import { textOf } from '../../papers/workspaceIndexFiles.ts';
import type { AnnotationStorage } from './createStorage.ts';
import { exists } from './presentArchive.ts';

/** Annotations that were made on the same paper under another name, or in another folder. */
export interface Lookalike {
  readonly record: PaperRecord;
  readonly likeness: Likeness;
  /** Whether the file that they were made on is gone: then it was moved, not copied. */
  readonly isMoved: boolean;
  /** Whether they are in this window's own store. */
  readonly isHere: boolean;
}

/** Copies that are read to find one of the same paper. */
const mostRead = 8;
/** Of the quotes, the part that has to be found in a paper that only says the same of itself. */
const mostQuotes = 0.6;

/** The annotations that most surely are of the paper in this file; null if there are none. */
export async function findLookalike(
  { store, place }: AnnotationStorage,
  uri: vscode.Uri,
  fingerprint: Fingerprint,
): Promise<Lookalike | null> {
  const wanted = uri.toString();
  const found: Lookalike[] = [];
  for (const record of store.records()) {
    if (record.uri === wanted || record.fingerprint === undefined) continue;
    const likeness = likenessOf(record.fingerprint, fingerprint);
    if (likeness) found.push(await lookalike(record, likeness, true));
  }
  const known = new Set(store.records().map((record) => record.uri));
  const copies = await listCopies(place.copies).catch(() => []);
  for (const copy of copiesLike(copies, fingerprint).slice(0, mostRead)) {
    const paper = await readCopy(place.copies, copy);
    if (paper === null || known.has(paper.record.uri)) continue;
    const likeness = likenessTo(paper, fingerprint);
    if (likeness) found.push(await lookalike(paper.record, likeness, false));
  }
  for (const likeness of ['bytes', 'text', 'paper'] as const) {
    const alike = found.filter((each) => each.likeness === likeness);
    const best = alike.find(({ isMoved }) => isMoved) ?? alike[0];
    if (best === undefined) continue;
    if (likeness !== 'paper' || (await quotesStandIn(uri, best.record))) return best;
  }
  return null;
}

/** A paper that takes the annotations of a lookalike. */
export interface Taken {
  readonly uri: string;
  readonly like: Lookalike;
}

/**
 * Gives papers the annotations of their lookalikes: with their ids if they are moved, with new ones if
 * they are copied, so that each id is given once. What was moved is no longer to be found elsewhere.
 */
export async function takeOver(
  { store, place }: AnnotationStorage,
  all: readonly Taken[],
): Promise<void> {
  await store.change(all.flatMap(changesFor));
  for (const { like } of all) {
    if (!like.isMoved) continue;
    const gone = { record: emptyRecord(like.record.uri), path: '' };
    // A copy that stays is only found again in vain.
    await keepCopy(place.copies, gone, new Date().toISOString()).catch(() => undefined);
  }
}

function changesFor({ uri, like: { record, isMoved } }: Taken): readonly StoredChange[] {
  const renew = <Item extends { readonly id: string }>(item: Item): Item =>
    isMoved ? item : { ...item, id: crypto.randomUUID() };
  const added = record.annotations.map(renew);
  return [
    ...added.map((annotation) => ({ type: 'add' as const, uri, annotation })),
    { type: 'correctRoles', uri, removed: [], added: record.roles.map(renew) },
  ];
}

async function lookalike(
  record: PaperRecord,
  likeness: Likeness,
  isHere: boolean,
): Promise<Lookalike> {
  return { record, likeness, isMoved: !(await exists(vscode.Uri.parse(record.uri))), isHere };
}

async function quotesStandIn(uri: vscode.Uri, { annotations }: PaperRecord): Promise<boolean> {
  const text = formatOfName(uri.path) === null ? null : await textOf(uri.toString());
  if (text === null) return false;
  const anchors = anchorAll(
    text,
    annotations.map(({ target }) => target),
  );
  return anchors.filter((anchor) => anchor !== null).length >= annotations.length * mostQuotes;
}

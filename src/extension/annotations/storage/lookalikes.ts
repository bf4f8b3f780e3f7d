import * as vscode from 'vscode';
import { anchorAll } from '../../../core/anchoring/anchorAll.ts';
import type { Fingerprint, PaperRecord } from '../../../core/annotations/annotation.ts';
import { copiesLike, likenessTo, listCopies, readCopy } from '../../../core/store/copies.ts';
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
  /** The name of the store that they are in, if it is another one and known. */
  readonly store?: string;
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
    if (likeness) found.push(await lookalike({ record }, likeness, true));
  }
  const known = new Set(store.records().map((record) => record.uri));
  const copies = await listCopies(place.copies).catch(() => []);
  for (const copy of copiesLike(copies, fingerprint).slice(0, mostRead)) {
    const paper = await readCopy(place.copies, copy);
    if (paper === null || known.has(paper.record.uri)) continue;
    const likeness = likenessTo(paper, fingerprint);
    if (likeness) found.push(await lookalike(paper, likeness, false));
  }
  for (const likeness of ['bytes', 'text', 'paper'] as const) {
    const alike = found.filter((each) => each.likeness === likeness);
    const best = preferred(alike);
    if (best === undefined) continue;
    if (likeness !== 'paper' || (await quotesStandIn(uri, best.record))) return best;
  }
  return null;
}

/** Of lookalikes that are equally like: one that was moved, since its annotations have no other paper. */
export function preferred(alike: readonly Lookalike[]): Lookalike | undefined {
  return alike.find(({ isMoved }) => isMoved) ?? alike[0];
}

async function lookalike(
  paper: Pick<Lookalike, 'record' | 'store'>,
  likeness: Likeness,
  isHere: boolean,
): Promise<Lookalike> {
  const isMoved = !(await exists(vscode.Uri.parse(paper.record.uri)));
  return { ...paper, likeness, isMoved, isHere };
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

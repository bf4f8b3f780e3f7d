import type { Annotation, PaperRecord } from '../annotations/annotation.ts';
import { editChange, type Action, type Change } from '../annotations/change.ts';
import type { Archive } from './archive.ts';
import { joinRecords } from './joinRecords.ts';
import { emptyRecord } from './paperState.ts';

/** What an action does to annotations, in numbers. */
export interface ActionCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly roles: number;
}

/** The action that makes all annotations what they were in an archive; what came since is removed. */
export function restoreAction(records: readonly PaperRecord[], archive: Archive): Action {
  const wanted = wantedRecords(records, archive);
  const others = records.filter(({ uri }) => !wanted.has(uri));
  return [
    ...[...wanted.values()].flatMap((record) => changesTo(recordAt(records, record.uri), record)),
    ...others.flatMap((record) => changesTo(record, emptyRecord(record.uri))),
  ];
}

/** The action that adds what an archive holds; of an annotation that is here too, both are joined. */
export function importAction(records: readonly PaperRecord[], archive: Archive): Action {
  return [...wantedRecords(records, archive).values()].flatMap((archived) => {
    const present = recordAt(records, archived.uri);
    return changesTo(present, joinRecords(present, archived));
  });
}

/** The numbers of an action. */
export function countChanges(action: Action): ActionCounts {
  const count = (type: Change['type']) => action.filter((change) => change.type === type).length;
  const roles = action.reduce(
    (sum, change) =>
      change.type === 'correctRoles' ? sum + change.added.length + change.removed.length : sum,
    0,
  );
  return { added: count('add'), removed: count('remove'), changed: count('edit'), roles };
}

/** The archive's records by the URIs that their papers have now: a paper may have moved since. */
function wantedRecords(
  records: readonly PaperRecord[],
  { papers }: Archive,
): ReadonlyMap<string, PaperRecord> {
  const uris = new Set(records.map(({ uri }) => uri));
  const uriOf = new Map(
    records.flatMap(({ uri, annotations }) => annotations.map(({ id }) => [id, uri] as const)),
  );
  const wanted = new Map<string, PaperRecord>();
  for (const { record } of papers) {
    const moved = record.annotations.flatMap(({ id }) => uriOf.get(id) ?? [])[0];
    const uri = uris.has(record.uri) ? record.uri : (moved ?? record.uri);
    const there = wanted.get(uri);
    wanted.set(uri, there ? joinRecords(there, record) : { ...record, uri });
  }
  return wanted;
}

function recordAt(records: readonly PaperRecord[], uri: string): PaperRecord {
  return records.find((record) => record.uri === uri) ?? emptyRecord(uri);
}

function changesTo(present: PaperRecord, wanted: PaperRecord): Action {
  const { uri } = present;
  const there = new Map(wanted.annotations.map((annotation) => [annotation.id, annotation]));
  const here = new Set(present.annotations.map(({ id }) => id));
  const kept = present.annotations.flatMap((annotation): readonly Change[] => {
    const other = there.get(annotation.id);
    if (other === undefined) return [{ type: 'remove', uri, annotation }];
    const change = editChange(uri, annotation, fieldsIn(other));
    return change === null ? [] : [change];
  });
  const added = wanted.annotations
    .filter(({ id }) => !here.has(id))
    .map((annotation): Change => ({ type: 'add', uri, annotation }));
  const ids = (roles: PaperRecord['roles']) => new Set(roles.map(({ id }) => id));
  const gone = present.roles.filter(({ id }) => !ids(wanted.roles).has(id));
  const fresh = wanted.roles.filter(({ id }) => !ids(present.roles).has(id));
  const roles: Action =
    gone.length + fresh.length === 0
      ? []
      : [{ type: 'correctRoles', uri, removed: gone, added: fresh }];
  return [...kept, ...added, ...roles];
}

function fieldsIn({ category, note, tags, status, confidence, target, replies }: Annotation) {
  return { category, note, tags, status, confidence, target, replies };
}

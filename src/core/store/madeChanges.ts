import type { Annotation, Fingerprint, PaperRecord } from '../annotations/annotation.ts';
import type { StoredChange } from './entry.ts';

/**
 * Changes as they meet the present records, without those that change nothing any more. A removal
 * says what it removes as it reads now, so that a later edit by another window can be told from it.
 */
export function aimed(
  record: (uri: string) => PaperRecord,
  changes: readonly StoredChange[],
): readonly StoredChange[] {
  const added = new Set<string>();
  const indexes = new Map<string, ReadonlyMap<string, Annotation>>();
  const find = (uri: string, id: string) => {
    const index = indexes.get(uri) ?? byId(record(uri));
    indexes.set(uri, index);
    return index.get(id);
  };
  return changes.flatMap((change): readonly StoredChange[] => {
    const { uri } = change;
    switch (change.type) {
      case 'add':
        if (find(uri, change.annotation.id)) return [];
        added.add(`${uri} ${change.annotation.id}`);
        return [change];
      case 'remove': {
        const present = find(uri, change.annotation.id);
        if (present) return [{ ...change, annotation: present }];
        return added.has(`${uri} ${change.annotation.id}`) ? [change] : [];
      }
      case 'edit':
        return find(uri, change.id) || added.has(`${uri} ${change.id}`) ? [change] : [];
      case 'correctRoles':
        return change.removed.length + change.added.length > 0 ? [change] : [];
      case 'retarget':
        return change.targets.length > 0 ? [change] : [];
      case 'identify':
        return isSame(record(uri).fingerprint, change.fingerprint) ? [] : [change];
      case 'adopt':
        return [change];
    }
  });
}

function byId({ annotations }: PaperRecord): ReadonlyMap<string, Annotation> {
  return new Map(annotations.map((annotation) => [annotation.id, annotation]));
}

function isSame(a: Fingerprint | undefined, b: Fingerprint): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What carries one paper's annotations and corrections to another, which may have some of its own. */
export function renameChanges(from: PaperRecord, to: PaperRecord): readonly StoredChange[] {
  if (from.annotations.length + from.roles.length === 0) return [];
  const { uri, fingerprint } = from;
  const known = new Set(to.roles.map(({ id }) => id));
  const added = from.roles.filter(({ id }) => !known.has(id));
  return [
    ...from.annotations.map((annotation) => ({ type: 'add' as const, uri: to.uri, annotation })),
    { type: 'correctRoles', uri: to.uri, removed: [], added },
    ...(fingerprint === undefined ? [] : [{ type: 'identify' as const, uri: to.uri, fingerprint }]),
    ...from.annotations.map((annotation) => ({ type: 'remove' as const, uri, annotation })),
    { type: 'correctRoles', uri, removed: from.roles, added: [] },
  ];
}

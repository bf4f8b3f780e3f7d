import { stepsOf } from '../../../core/annotations/history.ts';
import { keepCopy } from '../../../core/store/copies.ts';
import type { StoredChange } from '../../../core/store/entry.ts';
import { readKeptRules } from '../../../core/store/keptRules.ts';
import { readKept } from '../../../core/store/keptValue.ts';
import { emptyRecord } from '../../../core/store/paperState.ts';
import { readHistory } from '../../../core/store/storedHistory.ts';
import { missingRules } from '../../../core/store/storedRules.ts';
import { historyKey, rulesKey, type AnnotationStorage } from './createStorage.ts';
import type { Lookalike } from './lookalikes.ts';
import type { StorageServices } from './storageServices.ts';

/** What is needed to take something over from another folder. */
export type TakingServices = Pick<StorageServices, 'storage' | 'annotations' | 'log'>;

/** A paper that takes the annotations of a lookalike. */
export interface Taken {
  readonly uri: string;
  readonly like: Lookalike;
}

/**
 * Gives papers the annotations of their lookalikes: with their ids if they are moved, with new ones if
 * they are copied, so that each id is given once. What was moved is no longer to be found elsewhere. What
 * belongs to their folder, not to one paper of it, comes along.
 */
export async function takeOver(services: TakingServices, all: readonly Taken[]): Promise<void> {
  const { store, place } = services.storage;
  await store.change(all.flatMap(changesFor));
  for (const { like } of all) {
    if (!like.isMoved) continue;
    const gone = { record: emptyRecord(like.record.uri), path: '' };
    // A copy that stays is only found again in vain.
    await keepCopy(place.copies, gone, new Date().toISOString()).catch(() => undefined);
  }
  for (const name of new Set(all.flatMap(({ like }) => like.store ?? []))) {
    await takeAlong(services, name, all).catch((error: unknown) => {
      services.log.warn('Annotations: take along', String(error));
    });
  }
}

/** What was done to papers that were moved can be undone here, and what was taught there holds here. */
async function takeAlong(
  services: TakingServices,
  name: string,
  all: readonly Taken[],
): Promise<void> {
  const { place } = services.storage;
  if (name === place.name) return;
  await takeRules(services.storage, name);
  const moved = all.filter(({ like }) => like.isMoved && like.store === name);
  const uris = new Map(moved.map(({ uri, like }) => [like.record.uri, uri]));
  const history = readHistory(await readKept(place.valuesOf(name), historyKey));
  await services.annotations.goOnFrom(stepsOf(history, uris));
}

/**
 * What the windows of another folder were taught about publishers holds here too, unless something else about
 * the same does. Gives how many rules that are.
 */
export async function takeRules(
  { place, rules }: AnnotationStorage,
  name: string,
): Promise<number> {
  const theirs = await readKeptRules(place.valuesOf(name), rulesKey);
  const missing = missingRules(theirs, rules.all());
  if (missing.length > 0) await rules.add(missing);
  return missing.length;
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

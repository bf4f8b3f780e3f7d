import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PaperRecord } from '../../../src/core/annotations/annotation.ts';
import { applyChange, invert, type Action } from '../../../src/core/annotations/change.ts';
import { countChanges, importAction, restoreAction } from '../../../src/core/store/restoring.ts';
import { claim, firstDay, firstWord } from '../../support/annotations.ts';

const uris = ['file:///a.md', 'file:///b.md'] as const;
const role = (id: string) => ({ id, target: firstWord, role: 'body' as const });
const archiveOf = (records: readonly PaperRecord[]) => ({
  created: firstDay,
  papers: records.map((record) => ({ record, path: '' })),
  rules: [],
});

/** What is on the papers, without order and revisions. */
function seen(records: readonly PaperRecord[]) {
  return records
    .flatMap(({ uri, annotations, roles }) => [
      ...annotations.map(({ id, note }) => `${uri} ${id} ${note}`),
      ...roles.map(({ id }) => `${uri} role ${id}`),
    ])
    .toSorted();
}

function apply(records: readonly PaperRecord[], action: Action): readonly PaperRecord[] {
  const all = new Map(records.map((record) => [record.uri, record]));
  for (const change of action) {
    const before = all.get(change.uri) ?? { uri: change.uri, annotations: [], roles: [] };
    all.set(change.uri, applyChange(before, change, firstDay));
  }
  return [...all.values()];
}

/** Annotations have ids that no two papers share. */
const records = fc
  .tuple(
    ...uris.map((uri, index) =>
      fc.record({
        uri: fc.constant(uri),
        annotations: fc
          .uniqueArray(fc.nat(5), { maxLength: 5 })
          .chain((ids) =>
            fc.tuple(
              ...ids.map((id) =>
                fc.constantFrom('', 'x', 'y').map((note) => claim(`${index}${id}`, note)),
              ),
            ),
          ),
        roles: fc
          .uniqueArray(fc.nat(2), { maxLength: 2 })
          .map((ids) => ids.map((id) => role(`${index}${id}`))),
      }),
    ),
  )
  .map((all) => all.filter((each) => each.annotations.length > 0));

describe('restoring', () => {
  it('makes everything what it was, and can be taken back', () => {
    fc.assert(
      fc.property(records, records, (now, then) => {
        const action = restoreAction(now, archiveOf(then));
        const restored = apply(now, action);
        assert.deepEqual(seen(restored), seen(then));
        assert.deepEqual(seen(apply(restored, invert(action))), seen(now));
      }),
    );
  });

  it('goes to the paper under the name that it has now', () => {
    const then = [{ uri: 'file:///old.md', annotations: [claim('1'), claim('2')], roles: [] }];
    const now = [{ uri: 'file:///new.md', annotations: [claim('1', 'later')], roles: [] }];
    const action = restoreAction(now, archiveOf(then));
    assert.deepEqual(countChanges(action), { added: 1, removed: 0, changed: 1, roles: 0 });
    assert.deepEqual([...new Set(action.map(({ uri }) => uri))], ['file:///new.md']);
  });
});

describe('importing', () => {
  it('loses nothing of what is here, adds all that is not, and says the rest a second time', () => {
    fc.assert(
      fc.property(records, records, (now, other) => {
        const after = apply(now, importAction(now, archiveOf(other)));
        const ids = (all: readonly PaperRecord[]) =>
          all.flatMap((each) => each.annotations.map(({ id }) => id));
        assert.deepEqual(new Set(ids(after)), new Set([...ids(now), ...ids(other)]));
        assert.deepEqual(importAction(after, archiveOf(other)), []);
      }),
    );
  });
});

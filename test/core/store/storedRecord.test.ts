import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readRecord, schemaVersion, writeRecord } from '../../../src/core/store/storedRecord.ts';

const fixture = (version: number): Record<string, unknown> =>
  JSON.parse(readFileSync(`test/fixtures/store/record-${version}.json`, 'utf8')) as Record<
    string,
    unknown
  >;

describe('a stored record', () => {
  it('is read whole from every version that was ever stored', () => {
    for (let version = 1; version <= schemaVersion; version += 1) {
      const stored = fixture(version);
      const { record, newer, setAside } = readRecord(stored);
      assert.deepEqual([newer, setAside], [false, []]);
      assert.ok(record);
      const { uri, annotations, roles } = stored;
      assert.deepEqual([record.uri, record.annotations, record.roles], [uri, annotations, roles]);
    }
  });

  it('of the first version is not in the journal', () => {
    const { clock, journaled, record } = readRecord(fixture(1));
    assert.deepEqual([clock, journaled, record?.fingerprint], [0, false, undefined]);
  });

  it('is written as it was read', () => {
    const { record, clock, journaled } = readRecord(fixture(4));
    assert.ok(record);
    assert.deepEqual(writeRecord(record, { clock, journaled }), fixture(4));
  });

  it('of a newer version is read as far as it goes', () => {
    const { newer, record } = readRecord({ ...fixture(4), schemaVersion: 5, mood: 'new' });
    assert.deepEqual([newer, record?.annotations.length], [true, 1]);
  });

  it('is read without a fingerprint or stamp that are not sound', () => {
    const read = readRecord({ ...fixture(2), fingerprint: 'x', clock: 'late', journaled: 1 });
    assert.deepEqual(
      [read.record?.fingerprint, read.clock, read.journaled, read.setAside],
      [undefined, 0, false, []],
    );
  });
});

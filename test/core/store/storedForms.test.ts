import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readArchive } from '../../../src/core/store/archive.ts';
import { readCheckpoint } from '../../../src/core/store/checkpoint.ts';
import { applyEntry, emptyState } from '../../../src/core/store/paperState.ts';
import { sealLine } from '../../../src/core/store/sealedLines.ts';
import { readSegment } from '../../../src/core/store/segment.ts';
import { readRecord } from '../../../src/core/store/storedRecord.ts';

const fixture = (name: string) => readFileSync(`test/fixtures/store/${name}`, 'utf8');
const { record } = readRecord(JSON.parse(fixture('record-2.json')));

describe('what the first version wrote', () => {
  it('to the journal is read, with changes of every kind', () => {
    const { entries, damaged, newer } = readSegment(fixture('journal-1.jsonl'));
    assert.deepEqual([damaged, newer], [false, false]);
    const types = entries.flatMap(({ changes }) => changes.map(({ type }) => type));
    assert.deepEqual(types, [
      ...['add', 'identify', 'edit', 'retarget'],
      ...['correctRoles', 'remove', 'adopt'],
    ]);
    assert.ok(record);
    const state = entries.reduce(applyEntry, emptyState(record.uri));
    assert.deepEqual(
      [state.record.annotations[0]?.note, state.record.roles.length, state.clock],
      ['As the second version stores it.', 1, 3],
    );
  });

  it('as a checkpoint is read', () => {
    const read = readCheckpoint(fixture('checkpoint-1.json'));
    assert.ok(typeof read !== 'string');
    assert.deepEqual([read.base.record, [...read.included]], [record, [['one', 3]]]);
  });

  it('as an archive is read', () => {
    const { archive, problems } = readArchive(fixture('archive-1.json'));
    assert.deepEqual([archive?.papers, problems], [[{ path: 'a.md', record }], []]);
  });
});

describe('a checkpoint', () => {
  it('of a newer version is told from a damaged one', () => {
    assert.equal(readCheckpoint(sealLine({ checkpoint: 2 })), 'newer');
    assert.equal(readCheckpoint(sealLine({ checkpoint: 1 })), 'damaged');
    assert.equal(readCheckpoint(''), 'damaged');
  });
});

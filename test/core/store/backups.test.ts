import assert from 'node:assert/strict';
import {
  listBackups,
  makeBackup,
  readBackup,
  tooMany,
  type Backup,
} from '../../../src/core/store/backups.ts';
import { claim } from '../../support/annotations.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';

const record = (note: string) => ({
  uri: 'file:///a.md',
  annotations: [claim('1', note), claim('2')],
  roles: [],
});
const archiveAt = (created: string, note = '') => ({
  created,
  papers: [{ record: record(note), path: 'a.md' }],
  rules: [],
});

/** Back-ups made every so many hours up to a day, newest first. */
function every(hours: number, count: number, size = 1000): Backup[] {
  return Array.from({ length: count }, (_, index) => {
    const time = new Date(Date.parse('2026-06-01T12:00:00Z') - index * hours * 3_600_000);
    return {
      name: String(index),
      time: time.toISOString(),
      papers: 1,
      annotations: 1,
      size,
      sum: '',
    };
  });
}

describe('back-ups', () => {
  it('are listed with what they hold, newest first, and read again', async () => {
    const folder = memoryFolder();
    await makeBackup(folder, archiveAt('2026-03-02T09:00:00.000Z'));
    await makeBackup(folder, archiveAt('2026-03-03T10:30:00.000Z', 'later'));
    folder.files.set('notes.txt', new Uint8Array());
    const backups = await listBackups(folder);
    assert.deepEqual(
      backups.map(({ time, papers, annotations }) => [time, papers, annotations]),
      [
        ['2026-03-03T10:30:00.000Z', 1, 2],
        ['2026-03-02T09:00:00.000Z', 1, 2],
      ],
    );
    const { archive } = await readBackup(folder, backups[0]?.name ?? '');
    assert.deepEqual(archive, archiveAt('2026-03-03T10:30:00.000Z', 'later'));
  });

  it('are not made of nothing, nor twice of the same', async () => {
    const folder = memoryFolder();
    assert.equal(await makeBackup(folder, { created: '', papers: [], rules: [] }), false);
    assert.equal(await makeBackup(folder, archiveAt('2026-03-02T09:00:00.000Z')), true);
    assert.equal(await makeBackup(folder, archiveAt('2026-03-02T10:00:00.000Z')), false);
  });

  it('are the last ten, then one for a day, then one for a week', () => {
    const all = every(6, 4 * 400);
    const gone = new Set(tooMany(all));
    const kept = all.filter((backup) => !gone.has(backup));
    assert.deepEqual(kept.slice(0, 10), all.slice(0, 10));
    assert.ok(kept.length < 50, String(kept.length));
    const day = 86_400_000;
    const age = ({ time }: Backup) => (Date.parse(all[0]?.time ?? '') - Date.parse(time)) / day;
    for (let days = 0; days < 13; days += 1) {
      assert.ok(
        kept.some((backup) => Math.floor(age(backup)) === days),
        `${days} days ago`,
      );
    }
    assert.ok(kept.some((backup) => age(backup) > 150));
    assert.ok(kept.every((backup) => age(backup) < 190));
  });

  it('go, oldest first, when all together are too large; the last one stays', () => {
    assert.equal(8 - tooMany(every(1, 8, 50_000_000)).length, 2);
    assert.equal(8 - tooMany(every(1, 8, 500_000_000)).length, 1);
  });

  it('are removed as new ones are made', async () => {
    const folder = memoryFolder();
    for (let hour = 0; hour < 14; hour += 1) {
      const time = new Date(Date.parse('2026-03-02T00:00:00.000Z') + hour * 3_600_000);
      await makeBackup(folder, archiveAt(time.toISOString(), String(hour)));
    }
    assert.equal(folder.files.size, 10);
  });

  it('that can’t be read are no archive', async () => {
    const folder = memoryFolder();
    folder.fault = ({ kind }) => (kind === 'read' ? 'fail' : 'work');
    assert.equal((await readBackup(folder, 'x')).archive, null);
  });
});

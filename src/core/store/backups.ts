import {
  countAnnotations,
  isEmptyArchive,
  readArchive,
  writeArchive,
  type Archive,
  type ReadArchive,
} from './archive.ts';
import { checksum } from './checksum.ts';
import { writeWhole, type Folder } from './folder.ts';

/** A back-up, as its file's name says it. */
export interface Backup {
  readonly name: string;
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly papers: number;
  readonly annotations: number;
  /** Characters of its text, before it is compressed. */
  readonly size: number;
  readonly sum: string;
}

/** Back-ups that are kept whatever their age, then one for each day, then one for each week. */
const newest = 10;
const days = 14;
const weeks = 26;
/** Most characters of all back-ups together; text of this kind is compressed to about a sixth. */
const mostCharacters = 120_000_000;

const dayInMilliseconds = 86_400_000;
const pattern =
  /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-(\d+)p-(\d+)a-(\d+)-([0-9a-f]{8})\.json\.gz$/u;

/** The back-ups in a folder, newest first. */
export async function listBackups(folder: Folder): Promise<readonly Backup[]> {
  const names = await folder.list();
  return names
    .flatMap((name) => backupNamed(name) ?? [])
    .toSorted((a, b) => (a.time < b.time ? 1 : -1));
}

/**
 * Writes a back-up and removes those that are too many. Gives false, and writes nothing, if there is
 * nothing to back up or the last one holds the same.
 */
export async function makeBackup(folder: Folder, archive: Archive): Promise<boolean> {
  if (isEmptyArchive(archive)) return false;
  const text = writeArchive(archive);
  const sum = checksum(JSON.stringify([archive.papers, archive.rules])).slice(0, 8);
  const before = await listBackups(folder);
  if (before[0]?.sum === sum) return false;
  const time = archive.created.replace(/[:.]/gu, '-');
  const counts = `${archive.papers.length}p-${countAnnotations(archive)}a-${text.length}`;
  const name = `${time}-${counts}-${sum}.json.gz`;
  await writeWhole(folder, name, text);
  const made = backupNamed(name);
  const all = made === null ? before : [made, ...before];
  for (const each of tooMany(all)) await folder.remove(each.name);
  return true;
}

/** What a back-up holds; null for the archive if it can't be read. */
export async function readBackup(folder: Folder, name: string): Promise<ReadArchive> {
  const text = await folder.read(name).catch(() => null);
  return text === null ? { archive: null, problems: [{ kind: 'notJson' }] } : readArchive(text);
}

/**
 * Of back-ups, newest first, those to remove: all but the last ones, the last of each of the last days
 * and the last of each of the last weeks; and the oldest as long as all together are too large.
 */
export function tooMany(backups: readonly Backup[]): readonly Backup[] {
  const now = Date.parse(backups[0]?.time ?? '');
  const kept = new Set(backups.slice(0, newest));
  for (const [span, most] of [
    [dayInMilliseconds, days],
    [dayInMilliseconds * 7, weeks],
  ] as const) {
    const seen = new Set<number>();
    for (const backup of backups) {
      const index = Math.floor(Date.parse(backup.time) / span);
      if (seen.has(index) || Math.floor(now / span) - index >= most) continue;
      seen.add(index);
      kept.add(backup);
    }
  }
  let room = mostCharacters;
  return backups.filter((backup, index) => {
    if (!kept.has(backup)) return true;
    room -= backup.size;
    return room < 0 && index > 0;
  });
}

function backupNamed(name: string): Backup | null {
  const [, day = '', hour = '', minute = '', second = '', fraction = '', ...rest] =
    pattern.exec(name) ?? [];
  const [papers = '', annotations = '', size = '', sum = ''] = rest;
  if (day === '') return null;
  const time = `${day}${hour}:${minute}:${second}.${fraction}Z`;
  const [paperCount, annotationCount, characters] = [papers, annotations, size].map(Number);
  return {
    name,
    time,
    papers: paperCount ?? 0,
    annotations: annotationCount ?? 0,
    size: characters ?? 0,
    sum,
  };
}

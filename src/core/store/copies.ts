import type { Fingerprint, PaperRecord } from '../annotations/annotation.ts';
import { readArchive, writeArchive, type ArchivedPaper } from './archive.ts';
import { checksum } from './checksum.ts';
import { likenessOf, statement, type Likeness } from './fingerprint.ts';
import { writeWhole, type Folder } from './folder.ts';

/**
 * A copy of a paper's annotations in a place that all windows of the computer share. Its file's name
 * says of which paper it is, so that looking for one reads no file.
 */
export interface Copy {
  readonly name: string;
  /** When it was made, in milliseconds since 1970. */
  readonly time: number;
  /** Checksums of the paper's text, bytes, statement about itself, path in its folder, and URI. */
  readonly text: string;
  readonly bytes: string;
  readonly statement: string;
  readonly path: string;
  readonly uri: string;
  readonly size: number;
}

/** Most copies that are kept, and most characters of all; the oldest go first. */
const mostCopies = 1000;
const mostCharacters = 200_000_000;

const pattern =
  /^([0-9a-z]{9})-([0-9a-f]{16})-([0-9a-f]{16})-([0-9a-f]{8})-([0-9a-f]{8})-([0-9a-f]{16})-(\d+)\.json\.gz$/u;

/** The copies in a folder, oldest first. */
export async function listCopies(folder: Folder): Promise<readonly Copy[]> {
  const names = await folder.list();
  return names.toSorted().flatMap((name) => copyNamed(name) ?? []);
}

/** Keeps a copy of a paper's annotations in the place of an earlier one; without any, removes it. */
export async function keepCopy(folder: Folder, paper: ArchivedPaper, now: string): Promise<void> {
  const { record, path } = paper;
  const before = await listCopies(folder);
  const earlier = before.filter(({ uri }) => uri === keyOf(record.uri));
  const isEmpty = record.annotations.length + record.roles.length === 0;
  const { fingerprint } = record;
  let name = '';
  if (!isEmpty && fingerprint !== undefined) {
    const text = writeArchive({ created: now, papers: [paper], rules: [] });
    name = `${[
      Date.parse(now).toString(36).padStart(9, '0'),
      part(fingerprint.text),
      part(fingerprint.bytes),
      checksum(statement(fingerprint)).slice(0, 8),
      pathKey(path),
      keyOf(record.uri),
      text.length,
    ].join('-')}.json.gz`;
    await writeWhole(folder, name, text);
  }
  const gone = earlier.filter((copy) => copy.name !== name);
  const others = before.filter((copy) => !earlier.includes(copy));
  for (const copy of [...gone, ...tooMany(others)]) await folder.remove(copy.name);
}

/** Of papers' records, those whose copy is missing, or older than the last of their annotations. */
export function withoutCopy(
  records: readonly PaperRecord[],
  copies: readonly Copy[],
): readonly PaperRecord[] {
  const times = new Map(copies.map(({ uri, time }) => [uri, time]));
  return records.filter(({ uri, annotations }) => {
    const time = times.get(keyOf(uri)) ?? -1;
    return time < 0 || annotations.some(({ modified }) => Date.parse(modified) > time);
  });
}

/** The paper in a copy, or null if it can't be read. */
export async function readCopy(folder: Folder, copy: Copy): Promise<ArchivedPaper | null> {
  const text = await folder.read(copy.name).catch(() => null);
  return text === null ? null : (readArchive(text).archive?.papers[0] ?? null);
}

/**
 * Copies that may be of the paper with this fingerprint, the likest first, then the newest. One of the same
 * URI is from another folder that it is in, or from a window without one.
 */
export function copiesLike(copies: readonly Copy[], fingerprint: Fingerprint): readonly Copy[] {
  const own = checksum(statement(fingerprint)).slice(0, 8);
  const states = statement(fingerprint) !== '';
  const rank = (copy: Copy): number => {
    if (copy.bytes === part(fingerprint.bytes)) return 0;
    if (fingerprint.text !== '' && copy.text === part(fingerprint.text)) return 1;
    return states && copy.statement === own ? 2 : 3;
  };
  return copies
    .filter((copy) => rank(copy) < 3)
    .toReversed()
    .toSorted((a, b) => rank(a) - rank(b));
}

/** How a paper in a copy is the one with this fingerprint, or null. */
export function likenessTo(paper: ArchivedPaper, fingerprint: Fingerprint): Likeness | null {
  return paper.record.fingerprint ? likenessOf(paper.record.fingerprint, fingerprint) : null;
}

/** What a path in a folder is compared by. */
export function pathKey(path: string): string {
  return checksum(path).slice(0, 8);
}

function keyOf(uri: string): string {
  return checksum(uri).slice(0, 16);
}

function part(sum: string): string {
  return sum.slice(0, 16).padEnd(16, '0');
}

function tooMany(copies: readonly Copy[]): readonly Copy[] {
  let room = mostCharacters;
  const kept = copies.toReversed().slice(0, mostCopies - 1);
  const fitting = new Set(
    kept.filter(({ size }) => {
      room -= size;
      return room >= 0;
    }),
  );
  return copies.filter((copy) => !fitting.has(copy));
}

function copyNamed(name: string): Copy | null {
  const [, time = '', text = '', bytes = '', stated = '', path = '', uri = '', size = ''] =
    pattern.exec(name) ?? [];
  if (text === '') return null;
  return {
    name,
    time: parseInt(time, 36),
    text,
    bytes,
    statement: stated,
    path,
    uri,
    size: Number(size),
  };
}

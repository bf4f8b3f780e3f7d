import type { Fingerprint } from '../annotations/annotation.ts';
import type { PaperMetadata } from '../paper/paper.ts';
import { checksum } from './checksum.ts';

/** How two papers are one: the file itself, its text, or what it says of itself. */
export type Likeness = 'bytes' | 'text' | 'paper';

/** A file's content, as it is told from others. */
export interface FileContent {
  /** Its checksum, and how many bytes it has. */
  readonly bytes: string;
  readonly size: number;
}

/** The fingerprint of a paper; `text` is empty where it is not known. */
export function fingerprintOf(
  { bytes, size }: FileContent,
  text: string,
  metadata: Pick<PaperMetadata, 'title' | 'people' | 'date'>,
): Fingerprint {
  const unified = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  return {
    bytes,
    text: text === '' ? '' : checksum(unified),
    size,
    title: metadata.title?.text ?? '',
    authors: metadata.people.map(({ name }) => name),
    date: metadata.date?.iso ?? '',
  };
}

/** How two fingerprints are of one paper, or null. A title alone is not enough. */
export function likenessOf(a: Fingerprint, b: Fingerprint): Likeness | null {
  if (a.bytes !== '' && a.bytes === b.bytes) return 'bytes';
  if (a.text !== '' && a.text === b.text) return 'text';
  return statement(a) !== '' && statement(a) === statement(b) ? 'paper' : null;
}

/** Title, authors and date as one text to compare; empty if they say too little to tell papers apart. */
export function statement({ title, authors, date }: Fingerprint): string {
  if (title === '' || (authors.length === 0 && date === '')) return '';
  return JSON.stringify([title, ...authors, date].map(fold));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

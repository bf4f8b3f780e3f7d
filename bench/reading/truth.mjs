// The labelled papers that the reading benchmark measures on, and how a label and a reading compare.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the labelled papers are, when they are there at all. */
const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

/** The labelled papers of these formats, by the ends of their names: [{ file, format, label, bytes }]; null without a corpus. */
export function labelledPapers(formats) {
  if (!existsSync(`${corpus}truth.json`)) return null;
  const { documents } = JSON.parse(readFileSync(`${corpus}truth.json`, 'utf8'));
  return Object.entries(documents)
    .map(([file, label]) => ({ file, label, format: file.split('.').at(-1) }))
    .filter(({ format }) => formats.includes(format))
    .map((paper) => ({
      ...paper,
      place: corpus + paper.file,
      bytes: readFileSync(corpus + paper.file),
    }));
}

/** A text as it is compared: NFC, white space folded, quotes and dashes straight. */
export function folded(text) {
  return text
    .normalize('NFC')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

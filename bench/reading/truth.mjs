// The labelled papers that the reading benchmark measures on, and how a label and a reading compare.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the labelled papers are, when they are there at all. */
const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

/** The labelled Markdown and text papers: [{ file, label, text }]; null without a corpus. */
export function labelledPapers() {
  if (!existsSync(`${corpus}truth.json`)) return null;
  const { documents } = JSON.parse(readFileSync(`${corpus}truth.json`, 'utf8'));
  return Object.entries(documents)
    .filter(([file]) => /\.(?:md|txt)$/.test(file))
    .map(([file, label]) => ({ file, label, text: readFileSync(corpus + file, 'utf8') }));
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

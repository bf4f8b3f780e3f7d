import { open } from 'node:fs/promises';
import path from 'node:path';
import { TextDecoder } from 'node:util';
import { PlainError } from './project.mjs';

/** The largest file that is read, in bytes; a paper as text stays far below. */
const largest = 64 * 1024 * 1024;

/** Leading bytes of files that are no text, whatever they are called. */
const signatures = [
  ['%PDF-', 'a PDF document, which is not read yet'],
  ['PK\u0003\u0004', 'a ZIP archive or an Office document, which is not read yet'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old Office document, which is not read'],
  ['\u0089PNG', 'a picture'],
  ['\u00FF\u00D8\u00FF', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u001F\u008B', 'a compressed file'],
];

/**
 * The text of a file with its format. The content decides: on the encoding, on what can't be read, and
 * on the format where the name says something else.
 *
 * @param {string} file
 * @returns {Promise<{ name: string, text: string, format: 'markdown' | 'text', notes: string[] }>}
 */
export async function readPaperFile(file) {
  const bytes = await bytesOf(file);
  if (bytes.length === 0) throw new PlainError(`${file} is empty.`);
  const head = bytes.subarray(0, 1024).toString('latin1');
  const found = signatures.find(([start]) => head.startsWith(start));
  if (found !== undefined) throw new PlainError(`${file} is ${found[1]}.`);
  const { text, note } = decoded(bytes, file);
  if (text.trim() === '') throw new PlainError(`${file} holds nothing but blanks.`);
  const name = path.basename(file);
  const { format, note: formatNote } = formatOf(text, name);
  return { name, text, format, notes: [note, formatNote].filter((each) => each !== null) };
}

async function bytesOf(file) {
  const handle = await open(file).catch((error) => {
    if (error.code === 'ENOENT') throw new PlainError(`${file} does not exist.`);
    throw new PlainError(`${file} can't be opened (${error.code}).`);
  });
  try {
    const stats = await handle.stat();
    if (stats.isDirectory()) throw new PlainError(`${file} is a folder, not a file.`);
    if (!stats.isFile()) throw new PlainError(`${file} is not a regular file.`);
    if (stats.size > largest) throw new PlainError(`${file} is larger than 64 MB.`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function decoded(bytes, file) {
  const marked = markedEncoding(bytes);
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), note: null };
  const wide = unmarkedUtf16(bytes);
  if (wide !== null)
    return { text: new TextDecoder(wide).decode(bytes), note: `Read as ${wide.toUpperCase()}.` };
  const controls = controlShare(bytes);
  if (controls > 0.1) throw new PlainError(`${file} is a binary file, not a text.`);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null };
  } catch {
    return legacyText(bytes);
  }
}

/** Text that is not valid UTF-8: UTF-8 with a few broken bytes, or Windows-1252. */
function legacyText(bytes) {
  const loose = new TextDecoder('utf-8').decode(bytes);
  const broken = loose.split('\uFFFD').length - 1;
  const beyondAscii = [...loose.matchAll(/[\u0080-\uFFFC\uFFFE-\u{10FFFF}]/gu)].length;
  if (beyondAscii > broken)
    return { text: loose, note: `${broken} bytes are no valid UTF-8 and are shown as \uFFFD.` };
  return { text: windows1252(bytes), note: 'Read as Windows-1252.' };
}

/** What Windows-1252 has from 0x80 to 0x9F; some versions of Node decode it as Latin-1. */
const beyondLatin1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function windows1252(bytes) {
  const latin1 = bytes.toString('latin1');
  return latin1.replace(/[\u0080-\u009F]/g, (one) => beyondLatin1[one.charCodeAt(0) - 0x80]);
}

function markedEncoding(bytes) {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark shows by zeros in every second byte. */
function unmarkedUtf16(bytes) {
  const sample = bytes.subarray(0, 2048);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] += 1;
  });
  const half = sample.length / 2;
  if (zeros[1] > half * 0.6 && zeros[0] < half * 0.1) return 'utf-16le';
  return zeros[0] > half * 0.6 && zeros[1] < half * 0.1 ? 'utf-16be' : null;
}

/** The share of bytes that no text has: control characters other than white space. */
function controlShare(bytes) {
  const sample = bytes.subarray(0, 65_536);
  const controls = sample.filter(
    (byte) => byte < 32 && ![7, 8, 9, 10, 11, 12, 13, 27].includes(byte),
  );
  return controls.length / sample.length;
}

function formatOf(text, name) {
  const ending = path.extname(name).toLowerCase();
  const byName = ['.md', '.markdown', '.mdown', '.mkd'].includes(ending)
    ? 'markdown'
    : ['.txt', '.text', ''].includes(ending)
      ? 'text'
      : null;
  const looksLikeHtml = /^\uFEFF?\s*(?:<!doctype html|<html\b)/iu.test(text);
  if (looksLikeHtml) {
    const note = 'The content is HTML, which is not read yet; it was read as text.';
    return { format: 'text', note };
  }
  const byContent = looksLikeMarkdown(text) ? 'markdown' : 'text';
  if (byName === 'markdown') {
    if (hasMarks(text)) return { format: 'markdown', note: null };
    return { format: 'text', note: `The name ends in "${ending}", but nothing in it is Markdown.` };
  }
  if (byName === byContent) return { format: byName, note: null };
  const title = byContent === 'markdown' ? 'Markdown' : 'plain text';
  const note = `The name ends in "${ending}", but the content reads as ${title}.`;
  return { format: byContent, note };
}

/** Whether a text has marks that only Markdown has, in more than one place. */
function looksLikeMarkdown(text) {
  const sample = text.slice(0, 200_000);
  if (/^\uFEFF?\s*(?:---|\+\+\+)[ \t]*\r?\n[\s\S]{0,5000}?^(?:---|\+\+\+)[ \t]*$/mu.test(sample))
    return true;
  const marks = [
    /^#{1,6} \S/gmu,
    /\[[^[\]\n]+\]\([^()\s]+\)/gu,
    /\*\*[^*\n]+\*\*/gu,
    /^\[\^[^\]\s]+\]:/gmu,
    /^\|[ :-]+\|[ :|-]*$/gmu,
  ];
  const counts = marks.map((mark) => [...sample.matchAll(mark)].length);
  return counts.filter((count) => count > 0).length >= 2 && counts.reduce((a, b) => a + b) >= 4;
}

/** Whether a text has any mark of Markdown at all. */
function hasMarks(text) {
  const sample = text.slice(0, 2_000_000);
  if (/^\uFEFF?\s*(?:---|\+\+\+|\{)[ \t]*\r?\n/u.test(sample)) return true;
  return /^#{1,6}[^#\n]|^[-*+>] \S|^(?:={3,}|-{3,})[ \t]*\r?$|^\|.*\||^```|^<\w|\]\(|\*\*\S|(?<!\w)[*_]\w|^\[[^\]\n]+\]:/mu.test(
    sample,
  );
}

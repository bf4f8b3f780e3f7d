import { open } from 'node:fs/promises';
import path from 'node:path';
import { loadCore, loadReaders } from './loadCore.mjs';
import { PlainError } from './project.mjs';

/** The largest file that is read, in bytes: beyond it a script would take more memory than it may. */
const largest = 256 * 1024 * 1024;

/**
 * A file as a paper, with notes on how it was taken. The content decides what a file is.
 *
 * @param {string} file
 * @returns {Promise<{ paper: import('../src/core/core.ts').Paper, notes: readonly string[] }>}
 */
export async function readPaperFile(file) {
  const bytes = await bytesOf(file);
  const name = path.basename(file);
  const { readers, sniff } = await loadReaders();
  const { readDocument, readPaper } = await loadCore();
  const found = sniff(bytes, file);
  if (!found.ok) throw new PlainError(found.message);
  const { format, notes } = found;
  if ('text' in found) return { paper: readPaper(found.text, { format, name }), notes };
  const answer = await readers[format].read(bytes, { name: file });
  if (!answer.ok) throw new PlainError(answer.message);
  return { paper: readDocument(answer.document, { format, name }), notes };
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
    if (stats.size > largest) throw new PlainError(`${file} is larger than 256 MB.`);
    return new Uint8Array(await handle.readFile());
  } finally {
    await handle.close();
  }
}

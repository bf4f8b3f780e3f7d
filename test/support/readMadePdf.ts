import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PaperDocument } from '../../src/core/paper/document/paperDocument.ts';
import { pdfReader } from '../../src/readers/pdf/pdfReader.ts';
import type { MadePage } from './madeContent.ts';
import type { MadeFile } from './madePdf.ts';
import { madePdf } from './madePdf.ts';
import { shownDocument } from './shownDocument.ts';

/** Loads a file of the pdf.js package by its name in it. */
export function loadAsset(name: string): Promise<Uint8Array> {
  const at = import.meta.resolve('pdfjs-dist/package.json').replace(/package\.json$/, name);
  return Promise.resolve(new Uint8Array(readFileSync(fileURLToPath(at))));
}

/** The reader with the files of the pdf.js package at hand. */
export const reader = pdfReader(loadAsset);

/** Reads a PDF that must be readable. */
export async function readDocumentOf(bytes: Uint8Array): Promise<PaperDocument> {
  const answer = await reader.read(bytes, { name: 'made.pdf' });
  assert.ok(answer.ok, answer.ok ? '' : answer.message);
  return answer.document;
}

/** What is read of a made PDF, as `shownDocument` shows it. */
export async function readMade(pages: readonly MadePage[], file?: MadeFile): Promise<string[]> {
  return shownDocument(await readDocumentOf(madePdf(pages, file)));
}

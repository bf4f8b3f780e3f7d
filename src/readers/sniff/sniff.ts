import type { DocumentFormat, TextFormat } from '../../core/paper/paper.ts';
import type { ReadingFailure } from '../reader.ts';
import { decodeText } from './decodeText.ts';
import { signatureOf } from './signatures.ts';
import { endingOf, textFormatOf } from './textFormat.ts';

/**
 * What a file is. A text comes with its characters; other papers go to the reader of their format. Notes say
 * how the file was taken where its name or its bytes are not as they should be.
 */
export type Sniffed =
  | {
      readonly ok: true;
      readonly format: TextFormat;
      readonly text: string;
      readonly notes: readonly string[];
    }
  | { readonly ok: true; readonly format: DocumentFormat; readonly notes: readonly string[] }
  | { readonly ok: false; readonly failure: ReadingFailure; readonly message: string };

const endings: Readonly<Record<'pdf' | 'docx', readonly string[]>> = {
  pdf: ['.pdf'],
  docx: ['.docx', '.docm', '.dotx', '.dotm'],
};
const titles = { pdf: 'a PDF document', docx: 'a Word document' } as const;

/** Finds out by its content what a file is; the name only decides where the content can be either. */
export function sniff(bytes: Uint8Array, name: string): Sniffed {
  const fails = (failure: ReadingFailure, what: string): Sniffed => ({
    ok: false,
    failure,
    message: `${name} is ${what}`,
  });
  if (bytes.length === 0) return fails('empty', 'empty.');
  const signature = signatureOf(bytes);
  if (signature !== null) {
    if ('failure' in signature) return fails(signature.failure, signature.what);
    const { format } = signature;
    const ending = endingOf(name);
    const isNamed = endings[format].includes(ending);
    const note = `The name ends in "${ending}", but the content is ${titles[format]}.`;
    return { ok: true, format, notes: isNamed ? [] : [note] };
  }
  const decoded = decodeText(bytes);
  if (decoded === null) return fails('notSupported', 'a binary file, not a paper.');
  const { text } = decoded;
  if (text.trim() === '') return fails('empty', 'blank: there is nothing in it but white space.');
  const { format, note } = textFormatOf(text, name);
  // A page says by itself how its bytes are to be taken.
  if (format === 'html') return { ok: true, format, notes: note === null ? [] : [note] };
  const notes = [decoded.note, note].filter((each) => each !== null);
  return { ok: true, format, text, notes };
}

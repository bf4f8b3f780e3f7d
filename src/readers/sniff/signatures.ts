import type { ReadingFailure } from '../reader.ts';

/** What a file is by its first bytes; `what` is fit to follow "is". */
export type Signature =
  { readonly format: 'pdf' | 'docx' } | { readonly failure: ReadingFailure; readonly what: string };

const pictures: readonly string[] = [
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
  'RIFF',
  'II*\0',
  'MM\0*',
];
const archives: readonly string[] = ['\u001f\u008b', '7z\u00bc\u00af', 'Rar!', 'BZh', '\u00fd7zXZ'];

const asText = 'Save it as .docx, PDF, HTML or text, and open that.';

/** What the first bytes say; null where they say nothing, as those of text do. */
export function signatureOf(bytes: Uint8Array): Signature | null {
  const head = latin1(bytes.subarray(0, 1_024));
  if (/^\s{0,64}%PDF-/u.test(head) || head.includes('%PDF-1.')) return { format: 'pdf' };
  if (head.startsWith('PK\u0003\u0004')) return archiveKind(bytes);
  if (head.startsWith('PK\u0005\u0006'))
    return { failure: 'damaged', what: 'an empty ZIP archive.' };
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return compoundKind(bytes);
  if (head.startsWith('{\\rtf'))
    return { failure: 'notSupported', what: `a Rich Text file, which is not read yet. ${asText}` };
  if (/^MIME-Version:[\s\S]{0,900}multipart\/related/iu.test(head))
    return {
      failure: 'notSupported',
      what: 'a web archive (MHTML), which is not read yet. Save the page as HTML, and open that.',
    };
  if (pictures.some((start) => head.startsWith(start)))
    return { failure: 'notSupported', what: 'a picture, not a paper.' };
  if (archives.some((start) => head.startsWith(start)))
    return {
      failure: 'notSupported',
      what: 'a compressed file. Unpack it, and open what is in it.',
    };
  return null;
}

/** An Office document or an archive, by the names in it, which stand at both ends of the file. */
function archiveKind(bytes: Uint8Array): Signature {
  const names = latin1(bytes.subarray(0, 65_536)) + latin1(bytes.subarray(-65_536));
  if (names.includes('word/document') || /word\/\w+\.xml/u.test(names)) return { format: 'docx' };
  const known: readonly (readonly [string, string])[] = [
    ['application/vnd.oasis.opendocument', 'an OpenDocument file'],
    ['application/epub+zip', 'an EPUB book'],
    ['xl/workbook', 'an Excel workbook'],
    ['ppt/presentation', 'a PowerPoint presentation'],
    ['Index/Document.iwa', 'a Pages document'],
  ];
  const found = known.find(([name]) => names.includes(name))?.[1];
  if (found !== undefined)
    return { failure: 'notSupported', what: `${found}, which is not read yet. ${asText}` };
  // A Word file whose end is missing has only its beginning left to tell.
  if (names.includes('[Content_Types].xml')) return { format: 'docx' };
  return { failure: 'notSupported', what: 'a ZIP archive. Unpack it, and open what is in it.' };
}

/** Old Office files, and new ones that are locked with a password, are compound files. */
function compoundKind(bytes: Uint8Array): Signature {
  const wide = (name: string): string => name.replace(/(?<=.)(?=.)/gu, '\0');
  const text = latin1(bytes.subarray(0, 4_000_000));
  if (text.includes(wide('EncryptedPackage')))
    return {
      failure: 'encrypted',
      what: 'locked with a password. Open it in Word, save it without the password, and open that.',
    };
  return {
    failure: 'notSupported',
    what: `an old Office document (.doc), which is not read. ${asText}`,
  };
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}

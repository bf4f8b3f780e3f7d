import {
  decodeBytes,
  markedEncoding,
  unmarkedUtf16,
  windows1252,
  type DecodedText,
} from '../sniff/decodeText.ts';

/** The encoding of a page is named within this many bytes, as browsers expect it. */
const declarationReach = 4_096;

/**
 * The characters of a page: by its byte order mark, by what it is if it is UTF-8 or UTF-16, by what it
 * declares, else as Windows-1252. Bytes that are UTF-8 are read as that, whatever they declare.
 */
export function decodePage(bytes: Uint8Array): DecodedText {
  const sure = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (sure !== null) return { text: new TextDecoder(sure).decode(bytes), note: null };
  const declared = declaredEncoding(bytes);
  const plain = decodeBytes(bytes);
  if (plain.note === null || declared === null) return plain;
  const decoder = decoderFor(declared);
  if (decoder === null || decoder.encoding === 'utf-8') return plain;
  const text = decoder.encoding === 'windows-1252' ? windows1252(bytes) : decoder.decode(bytes);
  return { text, note: null };
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = windows1252(bytes.subarray(0, declarationReach));
  return (
    /<meta\b[^<>]*?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/iu.exec(head)?.[1] ??
    /^\s*<\?xml\b[^<>]*\bencoding\s*=\s*["']([\w.:-]{2,40})/iu.exec(head)?.[1] ??
    null
  );
}

function decoderFor(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

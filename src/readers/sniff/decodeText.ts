/** The text of a file, and how its bytes were taken where that was not plain; fit to show. */
export interface DecodedText {
  readonly text: string;
  readonly note: string | null;
}

/** Decodes the bytes of a text: UTF-8, UTF-16 or Windows-1252, by what they are. Null for what is no text. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = markedEncoding(bytes);
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), note: null };
  const wide = unmarkedUtf16(bytes);
  if (wide !== null)
    return { text: new TextDecoder(wide).decode(bytes), note: `Read as ${wide.toUpperCase()}.` };
  if (controlShare(bytes) > 0.1) return null;
  return decodeBytes(bytes);
}

/** Decodes text of one byte for each ASCII character: UTF-8, with a few bytes broken, or Windows-1252. */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null };
  } catch {
    const loose = new TextDecoder('utf-8').decode(bytes);
    const broken = loose.split('\ufffd').length - 1;
    const beyondAscii = loose.match(/[\u0080-\ufffc\ufffe-\u{10ffff}]/gu)?.length ?? 0;
    if (beyondAscii > broken) return { text: loose, note: brokenNote(broken) };
    return { text: windows1252(bytes), note: 'Read as Windows-1252.' };
  }
}

function brokenNote(broken: number): string {
  return broken === 1
    ? '1 byte is no valid UTF-8 and is shown as \ufffd.'
    : `${broken} bytes are no valid UTF-8 and are shown as \ufffd.`;
}

/** The encoding that a byte order mark names. */
export function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark, which shows by zeros in every second byte. */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2_048);
  const zeros: [number, number] = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  });
  const half = sample.length / 2;
  if (zeros[1] > half * 0.6 && zeros[0] < half * 0.1) return 'utf-16le';
  return zeros[0] > half * 0.6 && zeros[1] < half * 0.1 ? 'utf-16be' : null;
}

/** What Windows-1252 has from 0x80 to 0x9F; some versions of Node decode it as Latin-1. */
const beyondLatin1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes bytes as Windows-1252, which Latin-1 is a part of. */
export function windows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8_192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return parts
    .join('')
    .replace(/[\u0080-\u009f]/gu, (one) => beyondLatin1.charAt(one.charCodeAt(0) - 0x80));
}

/** The share of bytes that no text has: control characters other than white space. */
function controlShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, 65_536);
  const controls = sample.filter(
    (byte) => byte < 32 && ![7, 8, 9, 10, 11, 12, 13, 27].includes(byte),
  );
  return controls.length / sample.length;
}

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Hex digits of a checksum: 128 bits, so that neither chance nor a copy with other content passes. */
const digits = 32;

/** The first half of the SHA-256 of a text in UTF-8, in hex. */
export function checksum(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, digits);
}

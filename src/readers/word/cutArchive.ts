import { Unzip, UnzipInflate } from 'fflate';
import type { Archive } from './archive.ts';

/** Most that is unpacked of an archive whose directory is missing, in bytes: no size is known before. */
const MOST = 100_000_000;
/** How much is unpacked at a time, in bytes. */
const STEP = 65_536;

/**
 * The files of an archive without its directory, which stands at its end: as far as their own headers tell
 * them, the last perhaps not whole. Null if there are none or they are too large.
 */
export function openCutArchive(bytes: Uint8Array): Archive | null {
  const chunks = new Map<string, Uint8Array[]>();
  let total = 0;
  const unzip = new Unzip((file) => {
    const own: Uint8Array[] = [];
    file.ondata = (error, chunk) => {
      // What came before a fault stands.
      if (error !== null || total > MOST) return;
      total += chunk.length;
      own.push(chunk.slice());
      chunks.set(file.name, own);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && total <= MOST; at += STEP)
      unzip.push(bytes.subarray(at, at + STEP));
  } catch {
    // The archive breaks off or is damaged here.
  }
  if (chunks.size === 0 || total > MOST) return null;
  return {
    names: new Set(chunks.keys()),
    file(name) {
      const own = chunks.get(name);
      return own === undefined ? null : joined(own);
    },
  };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

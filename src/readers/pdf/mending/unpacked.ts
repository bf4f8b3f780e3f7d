import { Unzlib } from 'fflate';

/** How much is unpacked at a time, in bytes: so much more than is wanted may be unpacked at most a thousandfold. */
const STEP = 4096;

/** The bytes of a stream, up to a bound; what comes before a fault or the end of the file is kept. */
export function unpacked(data: Uint8Array, entries: string, most: number): Uint8Array {
  const filter = /\/Filter\s*\[?\s*\/(\w+)/.exec(entries)?.[1];
  if (filter === undefined) return data.subarray(0, most);
  if (filter !== 'FlateDecode') return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const unzip = new Unzlib((chunk) => {
    chunks.push(chunk.slice());
    size += chunk.length;
  });
  try {
    for (let at = 0; at < data.length && size < most; at += STEP)
      unzip.push(data.subarray(at, at + STEP));
  } catch {
    // What came out before stands.
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

import { unzipSync } from 'fflate';

/** The files of an archive, unpacked when they are asked for. */
export interface Archive {
  readonly names: ReadonlySet<string>;
  /** A file's bytes; null for one that is not there, or too large to be unpacked. */
  file(name: string): Uint8Array | null;
}

/** Why an archive is not opened. */
export type ArchiveFailure = 'damaged' | 'tooLarge';

/** Most that is unpacked of one archive and of one file, in bytes: what says it holds more is made to harm. */
const mostOfAll = 600_000_000;
const mostOfOne = 200_000_000;
/** No compression of text or pictures that anyone wrote is better than this; below a size it does no harm. */
const bestRatio = 400;
const harmless = 20_000_000;

/** Opens an archive by its directory, without unpacking anything: sizes are checked first. */
export function openArchive(bytes: Uint8Array): Archive | ArchiveFailure {
  const sizes = new Map<string, number>();
  const found = { total: 0, isBomb: false };
  try {
    unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        found.total += originalSize;
        found.isBomb ||= originalSize > harmless && originalSize > bestRatio * Math.max(1, size);
        sizes.set(name, originalSize);
        return false;
      },
    });
  } catch {
    return 'damaged';
  }
  if (sizes.size === 0) return 'damaged';
  if (found.isBomb || found.total > mostOfAll) return 'tooLarge';
  return {
    names: new Set(sizes.keys()),
    file(name) {
      if ((sizes.get(name) ?? Infinity) > mostOfOne) return null;
      try {
        return unzipSync(bytes, { filter: (each) => each.name === name })[name] ?? null;
      } catch {
        return null;
      }
    },
  };
}

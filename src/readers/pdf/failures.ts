import type { ReaderAnswer, ReadingFailure } from '../reader.ts';

/** "%PDF-" stands within so many bytes from the start; mail and servers put lines before it. */
const HEADER_WITHIN = 1024;

/** Whether bytes begin as a PDF does. */
export function isPdf(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, HEADER_WITHIN));
  return start.includes('%PDF-');
}

/** The answer for a failure, or for what pdf.js threw: one line that says what to do. */
export function failureOf(name: string, cause: unknown): ReaderAnswer {
  const failure = typeof cause === 'string' ? (cause as ReadingFailure) : kindOf(cause);
  return { ok: false, failure, message: messages[failure](name) };
}

/** What kind of failure it is that pdf.js threw. */
export function kindOf(error: unknown): ReadingFailure {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'encrypted';
  if (error instanceof RangeError) return 'tooLarge';
  return 'damaged';
}

const messages: Record<ReadingFailure, (name: string) => string> = {
  empty: (name) => `${name} is empty.`,
  encrypted: (name) => `${name} is locked with a password. Save a copy without one and open that.`,
  damaged: (name) =>
    `${name} is damaged or not a whole PDF. Get it once more from where it came from.`,
  tooLarge: (name) =>
    `${name} is too large to be read here. Split it into parts, or open it in another application.`,
  notSupported: (name) => `${name} is a kind of PDF that can't be read here.`,
  cancelled: (name) => `Reading ${name} was cancelled.`,
};

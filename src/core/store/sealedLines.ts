import { checksum } from './checksum.ts';

/** What was read of sealed lines: their values in order, and whether anything else was there. */
export interface OpenedLines {
  readonly values: readonly unknown[];
  readonly damaged: boolean;
}

const seal = /([0-9a-f]{32}) (\d{1,9}) /y;

/**
 * A value as a line of JSON behind its checksum and length. The length lets a line be read whose end
 * is damaged.
 */
export function sealLine(value: unknown): string {
  const json = JSON.stringify(value);
  return `${checksum(json)} ${json.length} ${json}\n`;
}

/** Reads sealed lines: every one that is whole, wherever damage stands between them. */
export function openLines(text: string): OpenedLines {
  const values: unknown[] = [];
  let damaged = false;
  let at = 0;
  while (at < text.length) {
    const line = openAt(text, at);
    if (line !== null) {
      values.push(line.value);
      at = line.end;
    }
    if (line !== null && text[at] === '\n') {
      at += 1;
      continue;
    }
    damaged = true;
    at = line === null ? lineAfter(text, at) : sealNear(text, at);
  }
  return { values, damaged };
}

function openAt(text: string, at: number): { value: unknown; end: number } | null {
  seal.lastIndex = at;
  const [head, sum, length] = seal.exec(text) ?? [];
  if (head === undefined) return null;
  const start = at + head.length;
  const end = start + Number(length);
  const json = text.slice(start, end);
  if (end > text.length || checksum(json) !== sum) return null;
  return { value: JSON.parse(json) as unknown, end };
}

function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Behind a line whose end is damaged: where the next one begins. */
function sealNear(text: string, at: number): number {
  for (const place of [at, at + 1]) {
    seal.lastIndex = place;
    if (seal.test(text)) return place;
  }
  return lineAfter(text, at);
}

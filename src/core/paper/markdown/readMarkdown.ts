import type { Reading } from '../reading.ts';
import { readText } from '../text/readText.ts';

/** Reads Markdown. */
export function readMarkdown(text: string): Reading {
  return readText(text);
}

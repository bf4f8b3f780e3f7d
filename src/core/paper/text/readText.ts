import { wholeChunk } from '../chunks.ts';
import type { Reading } from '../reading.ts';
import { acceptedMarkers } from './acceptedMarkers.ts';
import { withBrokenSentencesJoined } from './brokenSentences.ts';
import { dividedWords } from './dividedWords.ts';
import { withHeadings } from './headings.ts';
import { linesOf } from './lines.ts';
import { withNesting } from './nesting.ts';
import { separateRunningHeads } from './runningHeads.ts';
import { shapesOf } from './shapes.ts';
import { tokensOfShapes } from './shapeTokens.ts';
import { wrappingOf } from './wrapping.ts';

/**
 * Reads plain text: paragraphs, headings, lists and tables by how the lines stand. Whether a line break
 * is one of the author's or of the page is decided for the whole text and again for each run of lines.
 */
export function readText(text: string): Reading {
  const lines = separateRunningHeads(linesOf(text));
  const wrapping = wrappingOf(lines);
  const shapes = shapesOf(lines, acceptedMarkers(lines, wrapping), wrapping);
  const whole = withNesting(withHeadings(text, withBrokenSentencesJoined(text, shapes)));
  const { tokens, blocks } = tokensOfShapes(text, whole, dividedWords(text));
  return { chunks: wholeChunk(tokens), blocks, problems: [] };
}

import type { Reading } from '../reading.ts';
import { acceptedMarkers } from './acceptedMarkers.ts';
import { withBrokenSentencesJoined } from './brokenSentences.ts';
import { dividedWords } from './dividedWords.ts';
import { contentOfGroups, groupsOf, type GroupedText } from './groups.ts';
import { withHeadings } from './headings.ts';
import { linesOf } from './lines.ts';
import { withNesting } from './nesting.ts';
import { separateRunningHeads } from './runningHeads.ts';
import { shapesOf } from './shapes.ts';
import { wrappingOf } from './wrapping.ts';

/** A plain text as it was read, with what it takes to read it again after an edit. */
export interface TextReading extends Reading, GroupedText {}

/**
 * Reads plain text: paragraphs, headings, lists and tables by how the lines stand. Whether a line break
 * is one of the author's or of the page is decided for the whole text and again for each run of lines.
 * Of a text that was read before, what is as it was is taken over; the result is the same.
 */
export function readText(text: string, before: TextReading | null = null): TextReading {
  const lines = separateRunningHeads(linesOf(text));
  const wrapping = wrappingOf(lines);
  const shapes = shapesOf(lines, acceptedMarkers(lines, wrapping), wrapping);
  const whole = withNesting(withHeadings(text, withBrokenSentencesJoined(text, shapes)));
  const groups = groupsOf(text, whole, dividedWords(text), before);
  return { text, groups, ...contentOfGroups(groups), problems: [] };
}

import type { Reading } from '../reading.ts';
import { finish, type Steps } from '../steps.ts';
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
  return finish(textSteps(text, before));
}

/** The same, in steps. */
export function* textSteps(text: string, before: TextReading | null): Steps<TextReading> {
  const lines = separateRunningHeads(linesOf(text));
  yield;
  const wrapping = wrappingOf(lines);
  yield;
  const shapes = shapesOf(lines, acceptedMarkers(lines, wrapping), wrapping);
  yield;
  const whole = withNesting(withHeadings(text, withBrokenSentencesJoined(text, shapes)));
  yield;
  const groups = yield* groupsOf(text, whole, dividedWords(text), before);
  return { text, groups, ...contentOfGroups(groups), problems: [] };
}

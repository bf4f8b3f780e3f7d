import type { PaperDate, Person } from '../paper.ts';
import type { FormBlock } from '../reading.ts';
import type { RoleRule } from './claims.ts';
import { datesIn } from './dates.ts';
import { linesOf } from './memo.ts';
import { peopleIn } from './people.ts';

/** A paragraph of lines before the text that says when, by whom and about what. */
export interface Opening {
  readonly block: number;
  readonly date: PaperDate;
  readonly people: readonly Person[];
}

/** The paragraph stands among this many blocks at the start. */
const openingBlocks = 5;

/** Reads the paragraph of title lines at the start of a text, one of which is a date; null without. */
export function readOpening(text: string, blocks: readonly FormBlock[]): Opening | null {
  for (const [block, { kind, range, text: words }] of blocks.slice(0, openingBlocks).entries()) {
    if (kind !== 'paragraph' || words.length > 1_000) continue;
    const lines = linesOf(text, range);
    if (lines.length < 2 || lines.length > 7) continue;
    const dates = lines.map((line) => onlyDate(line.text));
    const at = dates.findIndex((iso) => iso !== null);
    const [dateLine, iso] = [lines[at], dates[at]];
    if (dateLine === undefined || iso === null || iso === undefined) continue;
    const named = lines.filter((line, index) => index !== at && line.text.length <= 120);
    const people = named.flatMap((line) =>
      /[.:;?!]$|^(?:the|an?|on|for|in)\s/iu.test(line.text) || !/,|^by\s/iu.test(line.text)
        ? []
        : peopleIn(line.text, 0)
            .slice(0, 6)
            .map((person) => ({ ...person, range: line.range })),
    );
    return { block, date: { ...dateLine, iso }, people };
  }
  return null;
}

/** Claims the paragraph of title lines. */
export const openingLinesRule: RoleRule = ({ text, blocks }) => {
  const opening = readOpening(text, blocks);
  return opening === null
    ? []
    : [
        {
          block: opening.block,
          role: 'byline',
          confidence: 0.85,
          evidence: 'lines with a date before the text',
        },
      ];
};

function onlyDate(line: string): string | null {
  const [date] = datesIn(line);
  if (date === undefined) return null;
  const rest = line.slice(0, date.start) + line.slice(date.end);
  return /^(?:\P{L}|published|updated|\p{L}+day)*$/iu.test(rest) ? date.iso : null;
}

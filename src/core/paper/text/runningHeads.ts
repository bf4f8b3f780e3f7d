import { partOf, type Line } from './lines.ts';

/**
 * Running heads and page numbers come out of page layouts in two ways: as lines of their own, and
 * glued to the words around them ("invest in Annual Review 21 vii. Next chapter"). Both are taken for
 * running heads only where the same words return with rising numbers, so a numbered series such as
 * "Policy Option 1, 2, 3" stays text.
 */
const headAtStart = /^(\p{Lu}[\p{L}'’-]*(?: [\p{L}&'’-]+){1,7}) (\d{1,4})(?=$|\s)/u;
const pageNumber =
  /^(?:[-–—[(|] ?)?(?:page |p\. ?)?(\d{1,4})(?: ?(?:of|\/) ?\d{1,4})?(?: ?[-–—\])|])?$/iu;
const headingAfter = /^(?:[ivxlc]{1,6}|[IVXLC]{1,6}|\d{1,2}|[A-Z])[.)]\s+\p{Lu}/u;
const fewest = 3;

/** The lines with running heads and page numbers cut out of their neighbourhood and marked. */
export function separateRunningHeads(lines: readonly Line[]): readonly Line[] {
  const phrases = runningPhrases(lines);
  const numbers = pageNumberLines(lines);
  const repeated = repeatedAtPageEnds(lines, numbers);
  if (phrases.length === 0 && numbers.size === 0 && repeated.size === 0) return lines;
  return lines.flatMap((line, index) =>
    numbers.has(index) || repeated.has(index)
      ? [{ ...line, cue: 'runningHead' as const }]
      : splitAtHeads(line, phrases),
  );
}

/** A phrase and a number at the start of a line; most lines hold no number, which is soon seen. */
function headIn(text: string): RegExpExecArray | null {
  const start = text.slice(0, 120);
  return /\d/u.test(start) ? headAtStart.exec(start) : null;
}

/** Phrases that return at line starts with rising page numbers. */
function runningPhrases(lines: readonly Line[]): readonly string[] {
  const seen = new Map<string, number[]>();
  for (const { text } of lines) {
    const [, phrase, number] = headIn(text) ?? [];
    if (phrase === undefined || number === undefined) continue;
    const numbers = seen.get(phrase) ?? [];
    numbers.push(Number(number));
    seen.set(phrase, numbers);
  }
  if (seen.size === 0) return [];
  const opening = lines
    .slice(0, 200)
    .filter(({ text }) => text !== '' && headIn(text) === null)
    .slice(0, 12)
    .map(({ text }) => text.slice(0, 200))
    .join(' ')
    .toLowerCase();
  return [...seen].flatMap(([phrase, numbers]) => {
    const counted = numbers.every((number, index) => number === index + 1);
    const known = opening.includes(phrase.toLowerCase());
    return numbers.length >= fewest && rises(numbers) && (known || !counted) ? [phrase] : [];
  });
}

/** Lines that hold a page number alone; the numbers rise through the text. */
function pageNumberLines(lines: readonly Line[]): ReadonlySet<number> {
  const found = lines.flatMap(({ text }, index) => {
    const number = text.length > 16 ? undefined : pageNumber.exec(text)?.[1];
    return number === undefined ? [] : [{ index, number: Number(number) }];
  });
  const apart = found.every(({ index }, at) => index - (found[at - 1]?.index ?? -9) > 6);
  const isPaging = found.length >= fewest && apart && rises(found.map(({ number }) => number));
  return new Set(isPaging ? found.map(({ index }) => index) : []);
}

/** Short lines that return word for word beside page ends. */
function repeatedAtPageEnds(
  lines: readonly Line[],
  numbers: ReadonlySet<number>,
): ReadonlySet<number> {
  const places = new Map<string, number[]>();
  const shown = lines.flatMap(({ text }, index) => (text === '' ? [] : [index]));
  shown.forEach((index, at) => {
    const line = lines[index];
    const before = shown[at - 1] ?? -1;
    const after = shown[at + 1] ?? -1;
    if (line === undefined || line.text.length > 90) return;
    const pageEnds = line.newPage || lines[after]?.newPage === true;
    if (!pageEnds && !numbers.has(before) && !numbers.has(after)) return;
    const key = line.text.toLowerCase().replace(/\d+/gu, '#');
    places.set(key, [...(places.get(key) ?? []), index]);
  });
  return new Set([...places.values()].filter((each) => each.length >= fewest).flat());
}

function rises(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => number > (numbers[index - 1] ?? -1));
}

function splitAtHeads(line: Line, phrases: readonly string[]): readonly Line[] {
  for (const phrase of phrases) {
    const at = line.text.indexOf(`${phrase} `);
    if (at < 0) continue;
    const number = /^(?:\d{1,4}|[ivxlc]{1,6})(?=$|\s)/u.exec(
      line.text.slice(at + phrase.length + 1, at + phrase.length + 8),
    )?.[0];
    if (number === undefined) continue;
    const end = at + phrase.length + 1 + number.length;
    const rest = line.text.slice(end).trim();
    if (at > 0 && rest !== '' && !headingAfter.test(rest)) continue;
    return [
      ...(at > 0 ? [partOf(line, 0, at, null)] : []),
      partOf(line, at, end, 'runningHead'),
      ...(rest === ''
        ? []
        : [partOf(line, end, line.text.length, headingAfter.test(rest) ? 'headingStart' : null)]),
    ];
  }
  return [line];
}

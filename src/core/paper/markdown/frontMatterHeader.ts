import type { SourceRange } from '../paper.ts';

/** How a header is written. JSON is read as the YAML that it is. */
export type HeaderForm = 'yaml' | 'toml' | 'lines' | 'pandoc';

/** Where a header stands. */
export interface Header {
  readonly form: HeaderForm;
  readonly range: SourceRange;
  /** The part between the marks. */
  readonly content: SourceRange;
  readonly closed: boolean;
}

/** Keys that tell a header of plain "Key: value" lines from a paragraph with a colon. */
const plainKey =
  /^(?:title|sub-?title|authors?|date|published|publisher|keywords|tags|topics|affiliation|institution|copyright|abstract|format|language|subject|version)[ \t]*:[ \t]+\S/iu;

const entryStart =
  /^[ \t]*(?:#.*|["']?[\p{L}_@][\p{L}\p{N}_ .@/-]{0,60}["']?[ \t]*[:=](?:\s.*)?|\[.*)$/u;

/** The longest header that is looked for, in characters. */
const longest = 64_000;

/** Finds the header at the start of a text; null where it starts with something else. */
export function findHeader(text: string): Header | null {
  const start = /^\uFEFF?\s*/u.exec(text)?.[0].length ?? 0;
  const first = lineAt(text, start);
  const mark = first.text.trimEnd();
  if (mark === '---') return fenced(text, start, 'yaml', /^(?:---|\.\.\.)[ \t]*$/u);
  if (mark === '+++') return fenced(text, start, 'toml', /^\+\+\+[ \t]*$/u);
  if (mark === '{') return json(text, start);
  if (mark.startsWith('% ')) return lines(text, start, 'pandoc', /^(?:%| {2,}\S)/u, 1);
  if (plainKey.test(mark))
    return lines(text, start, 'lines', /^(?:[^\s#*>-][^:]{0,60}:|[ \t]+\S)/u, 2);
  return null;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly text: string;
}

function lineAt(text: string, start: number): Line {
  const found = text.indexOf('\n', start);
  const next = found < 0 ? text.length : found + 1;
  const end = found > start && text[found - 1] === '\r' ? found - 1 : found < 0 ? next : found;
  return { start, end, next, text: text.slice(start, end) };
}

function fenced(text: string, start: number, form: HeaderForm, closing: RegExp): Header | null {
  const opening = lineAt(text, start);
  const limit = Math.min(text.length, start + longest);
  let entries = 0;
  let untilBlank: Line | null = null;
  for (let line = lineAt(text, opening.next); ; line = lineAt(text, line.next)) {
    if (line.start < limit && closing.test(line.text)) {
      const content = { start: opening.next, end: line.start };
      const range = { start, end: line.start + line.text.trimEnd().length };
      return { form, range, content, closed: true };
    }
    const blank = line.text.trim() === '';
    // Before the first entry nothing but blanks may stand, or the mark was a rule between paragraphs.
    if (entries === 0 && !blank && !entryStart.test(line.text)) return null;
    if (!blank) entries += 1;
    if (entries > 0 && blank) untilBlank ??= line;
    if (line.next >= limit) break;
  }
  if (entries === 0) return null;
  const end = untilBlank?.start ?? limit;
  return bounded(text, form, start, opening.next, end, false);
}

function json(text: string, start: number): Header | null {
  const closing = /^\}[ \t]*\r?$/mu.exec(text.slice(start, start + longest));
  if (closing === null) return null;
  const range = { start, end: start + closing.index + 1 };
  return { form: 'yaml', range, content: range, closed: true };
}

function lines(
  text: string,
  start: number,
  form: HeaderForm,
  belongs: RegExp,
  fewest: number,
): Header | null {
  let end = start;
  let count = 0;
  let line = lineAt(text, start);
  while (line.end > line.start && belongs.test(line.text)) {
    end = line.end;
    if (form === 'pandoc' || plainKey.test(line.text)) count += 1;
    if (line.next >= text.length) break;
    line = lineAt(text, line.next);
  }
  return count < fewest ? null : bounded(text, form, start, start, end, true);
}

function bounded(
  text: string,
  form: HeaderForm,
  start: number,
  from: number,
  to: number,
  closed: boolean,
): Header {
  const end = from + text.slice(from, to).trimEnd().length;
  return { form, range: { start, end }, content: { start: from, end }, closed };
}

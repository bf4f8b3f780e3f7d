/** How far up a heading is looked for, in code units. */
const farthest = 20_000;
/** Longer lines are no headings, in code units. */
const longest = 120;

/**
 * The title of the section that a place of a text is in, as far as the text's lines tell: the nearest line
 * above that Markdown marks as a heading, or that is short, stands alone and does not end like a sentence. Null
 * if there is none within reach. A line that the place itself is in is not above it.
 */
export function headingAbove(text: string, at: number): string | null {
  const limit = at - farthest;
  let end = text.lastIndexOf('\n', at - 1);
  while (end > 0 && end > limit) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const title = end - start > longest ? null : titleIn(text, start, end);
    if (title !== null) return title;
    end = start - 1;
  }
  return null;
}

const marked = /^ {0,3}#{1,6}[ \t]+(?<title>\S.*?)(?:[ \t]+#+)?$/u;
const alone = /^[^\s*>|-].*[^\s.,:;?!)\]"'’”]$/u;
const underline = /^(?:=+|-+)[ \t]*$/u;

/** The title that the line from `start` to `end` is, or null. */
function titleIn(text: string, start: number, end: number): string | null {
  const line = text.slice(start, end).trimEnd();
  if (line === '') return null;
  const title = marked.exec(line)?.groups?.['title'];
  if (title !== undefined) return title;
  if (!alone.test(line) || lineBefore(text, start).trim() !== '') return null;
  const below = lineBehind(text, end).trim();
  return below === '' || underline.test(below) ? line : null;
}

function lineBefore(text: string, start: number): string {
  return start < 2 ? '' : text.slice(text.lastIndexOf('\n', start - 2) + 1, start - 1);
}

function lineBehind(text: string, end: number): string {
  const next = text.indexOf('\n', end + 1);
  return text.slice(end + 1, next === -1 ? text.length : next);
}

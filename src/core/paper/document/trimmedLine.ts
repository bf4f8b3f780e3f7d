import type { Inline, TextOrigin } from './paperDocument.ts';

type Text = Extract<Inline, { readonly type: 'text' }>;

/** What stands in a line without the white space and breaks at its ends; pages that turn there are kept. */
export function trimmedLine(line: readonly Inline[]): readonly Inline[] {
  const [from, to] = [line.findIndex(isShown), line.findLastIndex(isShown)];
  if (from < 0) return line.filter(({ type }) => type === 'page');
  return line.flatMap((inline, index): readonly Inline[] => {
    if (index < from || index > to) return inline.type === 'page' ? [inline] : [];
    if (inline.type !== 'text' || (index > from && index < to)) return [inline];
    const { text } = inline;
    const start = index === from ? text.length - text.trimStart().length : 0;
    const end = index === to ? text.trimEnd().length : text.length;
    return [partOf(inline, start, end)];
  });
}

/** Whether anything is to be seen of an inline. */
export function isShown(inline: Inline): boolean {
  switch (inline.type) {
    case 'text':
      return inline.text.trim() !== '';
    case 'noteMark':
    case 'image':
      return true;
    case 'break':
    case 'page':
      return false;
  }
}

function partOf(inline: Text, start: number, end: number): Text {
  const { text, origin } = inline;
  if (start === 0 && end === text.length) return inline;
  const part = { ...inline, text: text.slice(start, end) };
  return origin === undefined ? part : { ...part, origin: within(origin, text, start, end) };
}

/** Where a part of a run stands; an indivisible run stays whole. */
function within(origin: TextOrigin, text: string, start: number, end: number): TextOrigin {
  if (origin.length !== text.length) return origin;
  return { ...origin, offset: origin.offset + start, length: end - start };
}

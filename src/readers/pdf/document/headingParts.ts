import { around } from '../layout/box.ts';
import type { TextBlock } from '../layout/paragraphs.ts';
import type { BodyStyle } from '../layout/styles.ts';
import type { Element } from './elements.ts';

/** Longer texts in large or bold letters are no headings. */
const MOST_LINES = 3;

/** Elements with headings whole that are parted by the end of a column. */
export function withHeadingsJoined(elements: readonly Element[], body: BodyStyle): Element[] {
  const joined: Element[] = [];
  for (const element of elements) {
    const last = joined.at(-1);
    if (
      last?.kind === 'text' &&
      element.kind === 'text' &&
      goesOn(last.block, element.block, body)
    ) {
      const lines = [...last.block.lines, ...element.block.lines];
      joined[joined.length - 1] = {
        kind: 'text',
        block: { ...last.block, ...around(lines), lines },
      };
    } else joined.push(element);
  }
  return joined;
}

function goesOn(before: TextBlock, after: TextBlock, body: BodyStyle): boolean {
  const isHeading = before.size > 1.1 * body.size || (before.isBold && !body.isBold);
  return (
    isHeading &&
    before.page === after.page &&
    after.top < before.top &&
    before.lines.length + after.lines.length <= MOST_LINES &&
    Math.abs(before.size - after.size) < 0.3 &&
    before.isBold === after.isBold &&
    /^\p{Ll}/u.test(after.lines[0]?.text ?? '')
  );
}

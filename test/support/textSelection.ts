import type { Frame, Page } from 'playwright-core';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where a text begins and ends on the screen. */
interface Edges {
  readonly start: Place;
  readonly end: Place;
}

/**
 * Drags the mouse from the start of one text to the end of another (or of the same); each is the
 * first place in the document where it stands, white space folded. Scrolls the start into view.
 */
export async function selectTextIn(
  page: Page,
  frame: Frame,
  from: string,
  to: string,
): Promise<void> {
  const { start } = await edgesOf(frame, from, true);
  const { end } = await edgesOf(frame, to, false);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  // A browser takes a drag for one only after some movement.
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

async function edgesOf(frame: Frame, text: string, scroll: boolean): Promise<Edges> {
  const inFrame = await frame.evaluate(findEdges, [text, scroll] as const);
  if (inFrame === null) throw new Error(`The page does not show “${text}”`);
  // Positions in a nested frame are known only beside those of an element in it.
  const body = await frame.locator('body').boundingBox();
  const place = ({ x, y }: Place) => ({ x: x + (body?.x ?? 0), y: y + (body?.y ?? 0) });
  return { start: place(inFrame.start), end: place(inFrame.end) };
}

/** Runs in the page: edges relative to the body's, or null if the text isn't there. */
function findEdges([text, scroll]: readonly [string, boolean]): Edges | null {
  const characters: { node: Node; offset: number; character: string }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.checkVisibility() !== true) continue;
    const content = node.textContent ?? '';
    for (let offset = 0; offset < content.length; offset += 1) {
      const character = content.charAt(offset).replace(/\s/, ' ');
      if (character === ' ' && characters.at(-1)?.character === ' ') continue;
      characters.push({ node, offset, character });
    }
  }
  const index = characters
    .map(({ character }) => character)
    .join('')
    .indexOf(text);
  const first = characters[index];
  const last = characters[index + text.length - 1];
  if (index < 0 || !first || !last) return null;
  if (scroll) first.node.parentElement?.scrollIntoView({ block: 'center' });

  const box = ({ node, offset }: { node: Node; offset: number }) => {
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    return range.getBoundingClientRect();
  };
  const [start, end, body] = [box(first), box(last), document.body.getBoundingClientRect()];
  return {
    start: { x: start.left + 1 - body.left, y: start.top + start.height / 2 - body.top },
    end: { x: end.right - 0.5 - body.left, y: end.top + end.height / 2 - body.top },
  };
}

import type { Frame, Page } from 'playwright-core';

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Drags the mouse from the start of one text to the end of another (or of the same); each is the
 * first place in the document where it stands, white space folded. Scrolls it into view.
 */
export async function selectTextIn(
  page: Page,
  frame: Frame,
  from: string,
  to: string,
): Promise<void> {
  await edgesOf(frame, to);
  const start = (await edgesOf(frame, from)).start;
  const end = (await placesOf(frame, to)).end;
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

async function edgesOf(frame: Frame, text: string): Promise<{ start: Place; end: Place }> {
  return placesOf(frame, text, true);
}

async function placesOf(
  frame: Frame,
  text: string,
  scroll = false,
): Promise<{ start: Place; end: Place }> {
  const inFrame = await frame.evaluate(
    ([wanted, doScroll]) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const characters: { node: Node; offset: number; character: string }[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.checkVisibility() !== true) continue;
        [...(node.textContent ?? '').split('').entries()].forEach(([offset, character]) => {
          const isSpace = /\s/.test(character);
          if (isSpace && characters.at(-1)?.character === ' ') return;
          characters.push({ node, offset, character: isSpace ? ' ' : character });
        });
      }
      const index = characters
        .map(({ character }) => character)
        .join('')
        .indexOf(wanted);
      const first = characters[index];
      const last = characters[index + wanted.length - 1];
      if (index < 0 || !first || !last) return null;
      const range = document.createRange();
      const edge = (at: { node: Node; offset: number }) => {
        range.setStart(at.node, at.offset);
        range.setEnd(at.node, at.offset + 1);
        return range.getBoundingClientRect();
      };
      if (doScroll) first.node.parentElement?.scrollIntoView({ block: 'center' });
      const [start, end, body] = [edge(first), edge(last), document.body.getBoundingClientRect()];
      return {
        start: { x: start.left + 1 - body.left, y: start.top + start.height / 2 - body.top },
        end: { x: end.right - 0.5 - body.left, y: end.top + end.height / 2 - body.top },
      };
    },
    [text, scroll] as const,
  );
  if (inFrame === null) throw new Error(`The page does not show “${text}”`);
  const body = await frame.locator('body').boundingBox();
  const move = ({ x, y }: Place) => ({ x: x + (body?.x ?? 0), y: y + (body?.y ?? 0) });
  return { start: move(inFrame.start), end: move(inFrame.end) };
}

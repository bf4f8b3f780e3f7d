import type { Locator } from 'playwright-core';

/** A mark in a text editor that an extension set, as it is seen. */
export interface Decoration {
  /** A passage's background, a passage's own look or attached text, or a sign in the margin. */
  readonly kind: 'background' | 'text' | 'margin';
  /** The text that is marked; empty in the margin. */
  readonly text: string;
  /** Line number of the (first) line. */
  readonly line: number;
  readonly background: string;
  readonly border: string;
  /** Text that the mark adds before and after the passage, or the margin's picture. */
  readonly content: string;
}

/** The marks of extensions on the visible part of a text editor, from top to bottom. */
export function decorationsIn(editor: Locator): Promise<Decoration[]> {
  return editor.evaluate((root): Decoration[] => {
    const ofExtensions = '[class*="TextEditorDecorationType"]';
    const lines = [...root.querySelectorAll('.view-lines .view-line')];
    const numbers = [...root.querySelectorAll('.margin-view-overlays .line-numbers')];
    const sameLine = (element: Element, other: Element) => {
      const { top, height } = element.getBoundingClientRect();
      return Math.abs(other.getBoundingClientRect().top - top) < Math.max(height, 8) / 2;
    };
    const lineOf = (element: Element) =>
      Number(numbers.find((number) => sameLine(element, number))?.textContent ?? 0);

    const textUnder = (mark: Element): string => {
      const area = mark.getBoundingClientRect();
      const line = lines.find((each) => sameLine(mark, each));
      if (!line) return '';
      let text = '';
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const content = node.textContent ?? '';
        for (let offset = 0; offset < content.length; offset += 1) {
          const range = document.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          const { left, width } = range.getBoundingClientRect();
          const middle = left + width / 2;
          if (middle > area.left && middle < area.right) text += content.charAt(offset);
        }
      }
      return text.replaceAll('\u00a0', ' ');
    };

    const contentOf = (element: Element) =>
      ['::before', '::after']
        .map((part) => getComputedStyle(element, part).content)
        .filter((content) => content !== 'none' && content !== 'normal')
        .map((content) => content.replace(/^"(.*)"$/, '$1'))
        .join('');

    const describe = (kind: Decoration['kind'], element: Element, text: string): Decoration => {
      const style = getComputedStyle(element);
      const picture = style.backgroundImage === 'none' ? '' : style.backgroundImage;
      return {
        kind,
        text,
        line: lineOf(element),
        background: style.backgroundColor,
        border: style.borderStyle === 'none' ? '' : style.border,
        content: kind === 'margin' ? picture : contentOf(element),
      };
    };

    const all = (area: string) => [...root.querySelectorAll(`${area} ${ofExtensions}`)];
    return [
      ...all('.view-overlays').map((mark) => describe('background', mark, textUnder(mark))),
      ...all('.view-lines').map((mark) => describe('text', mark, mark.textContent)),
      ...all('.glyph-margin-widgets').map((mark) => describe('margin', mark, '')),
      ...all('.margin-view-overlays').map((mark) => describe('margin', mark, '')),
    ].sort((a, b) => a.line - b.line);
  });
}

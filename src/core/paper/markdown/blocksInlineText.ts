import type { Token } from 'markdown-it';

/** Marks of site generators and converters that stand in a text but are no words of it. */
const marks: readonly (readonly [RegExp, string])[] = [
  // Hugo shortcodes, Liquid tags and values.
  [/\{\{[<%]?[^{}]*\}\}|\{%[^{}]*%\}/gu, ' '],
  // Attribute lists of kramdown and Pandoc.
  [/\{:[^{}]*\}|\{[.#][\w-]+[^{}]*\}/gu, ''],
  // Footnote marks that were escaped or whose note is missing.
  [/\[\^[^\]\s]{1,40}\]/gu, ''],
];

/** What is read of inline content: markup removed, white space folded; empty without content. */
export function inlineText(children: readonly Token[] | null): string {
  const parts = (children ?? []).map((token) => {
    switch (token.type) {
      case 'text':
      case 'text_special':
      case 'code_inline':
        return token.content;
      case 'softbreak':
      case 'hardbreak':
        return ' ';
      case 'html_inline':
        return /^<br\b/iu.test(token.content) ? ' ' : '';
      default:
        return '';
    }
  });
  return readable(parts.join('')) || imageText(children ?? []);
}

/** A text without the marks of site generators, white space folded. */
export function readable(text: string): string {
  const cleared = /[{[]/u.test(text)
    ? marks.reduce((current, [mark, by]) => current.replace(mark, by), text)
    : text;
  return cleared.replace(/\s+/gu, ' ').trim();
}

/** A paragraph that is only a picture reads as its description. */
function imageText(children: readonly Token[]): string {
  const images = children.filter(({ type }) => type === 'image');
  return images
    .map((image) => readable(image.content))
    .join(' ')
    .trim();
}

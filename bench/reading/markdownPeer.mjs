// What a Markdown reader without any idea of papers makes of one.
import MarkdownIt from 'markdown-it';
import { readingOf } from './headedReading.mjs';

const markdownIt = new MarkdownIt({ html: true });

/** The peer's reading, in the form that `inspect` prints. */
export function markdownReading(text) {
  const tokens = markdownIt.parse(text, {});
  const words = (inline) =>
    (inline.children ?? [])
      .map(({ type, content }) =>
        type.endsWith('break') ? ' ' : type === 'html_inline' ? '' : content,
      )
      .join('');
  const pieces = tokens.flatMap((token, at) => {
    if (token.type === 'heading_open')
      return [{ level: Number(token.tag.slice(1)), text: words(tokens[at + 1]) }];
    const isItem = token.type === 'list_item_open' && tokens[at + 2]?.type === 'inline';
    return isItem ? [{ level: null, text: words(tokens[at + 2]) }] : [];
  });
  return readingOf(pieces);
}

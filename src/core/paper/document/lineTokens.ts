import MarkdownIt, { type Token } from 'markdown-it';
import { inlineTokens } from '../text/inlineTokens.ts';
import type { ContentMap } from '../tokens.ts';
import { bareMark, type NoteLabel } from './noteLabels.ts';
import type { DocumentImage, Inline, Mark } from './paperDocument.ts';
import type { ReadingText } from './readingText.ts';

/** What writing a line adds to. */
export interface Writing {
  readonly text: ReadingText;
  readonly notes: ReadonlyMap<string, NoteLabel>;
  /** How often each note was referred to so far. */
  readonly references: Map<string, number>;
  readonly images: DocumentImage[];
}

/** How a line is written. */
export interface LineStyle {
  /** What a break is in the text: a line end, or a blank where lines are rows. */
  readonly lineEnd: '\n' | ' ';
  /** Whether the marks of pages are shown in it: not in what is folded. */
  readonly showsPages: boolean;
}

/** What stands for a picture that has no description. */
const picture = '\ufffc';

type Wrapper = Mark | `href:${string}`;

const tags = { strong: 'strong', emphasis: 'em', superscript: 'sup', subscript: 'sub' } as const;

/** Writes what stands in a line, and returns it as tokens with their places in the text. */
export function lineTokens(
  writing: Writing,
  line: readonly Inline[],
  { lineEnd, showsPages }: LineStyle,
): Token[] {
  const tokens: Token[] = [];
  const open: Wrapper[] = [];
  const start = writing.text.length;
  const wrap = (wanted: readonly Wrapper[]): void => {
    const kept = open.findIndex((each, at) => each !== wanted[at]);
    while (kept >= 0 && open.length > kept) tokens.push(endOf(open.pop()));
    for (const each of wanted.slice(open.length)) {
      tokens.push(startOf(each));
      open.push(each);
    }
  };
  const mark = (): void => {
    if (!showsPages) return;
    for (const page of writing.text.takePages()) tokens.push(pageMark(page));
  };
  mark();
  let isBehindPicture = false;
  for (const inline of line) {
    if (inline.type === 'page') {
      writing.text.turnTo(inline.page);
      mark();
      continue;
    }
    // A description has to stand apart from the words around it.
    const needsBlank =
      inline.type === 'image' || (isBehindPicture && !/^\s/u.test(wordsOf(inline)));
    if (needsBlank && writing.text.length > start && !/\s/u.test(writing.text.last))
      writing.text.add(' ');
    isBehindPicture = inline.type === 'image';
    wrap(wrappersOf(inline));
    for (const token of inlineToken(writing, inline, lineEnd)) tokens.push(token);
  }
  wrap([]);
  return tokens;
}

/** Writes the number that stands before a heading, and returns it as a token; it is no word of the heading. */
export function markerToken({ text }: Writing, marker: string): Token {
  const words = `${marker} `;
  return shown('marker', '', words, sameMap(text.add(words), words.length));
}

/** The token for a page that begins here; it shows nothing of the text. */
export function pageMark(page: string): Token {
  const token = new MarkdownIt.Token('page_mark', '', 0);
  token.meta = { page };
  return token;
}

function wordsOf(inline: Inline): string {
  return inline.type === 'text' ? inline.text : inline.type === 'break' ? '\n' : '';
}

function wrappersOf(inline: Inline): readonly Wrapper[] {
  if (inline.type !== 'text') return [];
  const { marks = [], href } = inline;
  const order = ['strong', 'emphasis', 'superscript', 'subscript'] as const;
  const link: Wrapper[] = href === undefined ? [] : [`href:${href}`];
  return [...link, ...order.filter((each) => marks.includes(each))];
}

function tagOf(wrapper: Wrapper): string {
  return wrapper.startsWith('href:') ? 'a' : tags[wrapper as keyof typeof tags];
}

function startOf(wrapper: Wrapper): Token {
  const tag = tagOf(wrapper);
  const token = new MarkdownIt.Token(tag === 'a' ? 'link_open' : `${tag}_open`, tag, 1);
  if (tag === 'a') token.attrSet('href', wrapper.slice('href:'.length));
  return token;
}

function endOf(wrapper: Wrapper | undefined): Token {
  const tag = tagOf(wrapper ?? 'strong');
  return new MarkdownIt.Token(tag === 'a' ? 'link_close' : `${tag}_close`, tag, -1);
}

function inlineToken(
  { text, notes, references, images }: Writing,
  inline: Exclude<Inline, { readonly type: 'page' }>,
  lineEnd: string,
): readonly Token[] {
  switch (inline.type) {
    case 'text': {
      const { text: words, marks = [], href, origin } = inline;
      if (words === '') return [];
      const passage = { content: words, map: sameMap(text.add(words, origin), words.length) };
      if (marks.includes('code')) return [shown('code_inline', 'code', words, passage.map)];
      return href === undefined ? inlineTokens(passage) : [shown('text', '', words, passage.map)];
    }
    case 'break':
      return [shown('hardbreak', 'br', lineEnd, sameMap(text.add(lineEnd), 1))];
    case 'noteMark': {
      const note = notes.get(inline.label);
      if (note === undefined) {
        const token = shown(
          'text',
          '',
          inline.text,
          sameMap(text.add(inline.text), inline.text.length),
        );
        return [startOf('superscript'), token, endOf('superscript')];
      }
      const { number } = note;
      const mark = bareMark(inline.text) || note.mark;
      const start = text.add(`[${mark}]`);
      const occurrence = references.get(inline.label) ?? 0;
      references.set(inline.label, occurrence + 1);
      const token = shown('footnote_ref', '', mark, sameMap(start + 1, mark.length));
      const range = { start, end: start + mark.length + 2 };
      token.meta = { ...token.meta, label: mark, number, occurrence, range };
      return [token];
    }
    case 'image': {
      const { image } = inline;
      const description = image.description.trim();
      const words = description === '' ? picture : description;
      const token = shown(
        'image',
        'img',
        description,
        sameMap(text.add(words), description.length),
      );
      token.attrSet('src', image.href ?? '');
      token.meta = { ...token.meta, image: images.push(image) - 1 };
      return [token];
    }
  }
}

function shown(type: string, tag: string, content: string, source: ContentMap): Token {
  const token = new MarkdownIt.Token(type, tag, 0);
  token.content = content;
  token.meta = { source };
  return token;
}

function sameMap(start: number, length: number): ContentMap {
  return length === 0 ? [] : [0, start, length, length];
}

/** A tag or a comment of raw HTML. Offsets are offsets in the HTML. */
export interface HtmlTag {
  /** In lower case; "!" for a comment. */
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
}

const attribute = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/u;
const tag = new RegExp(
  `<(/?)([a-z][a-z0-9-]*)((?:${attribute.source.replaceAll('([^', '(?:[^')})*)\\s*/?>`,
  'giuy',
);

/** The tags and comments of raw HTML, in order. What is broken or not closed is no tag. */
export function tagsIn(html: string): readonly HtmlTag[] {
  const tags: HtmlTag[] = [];
  let commentsEnd = true;
  for (let at = html.indexOf('<'); at >= 0;) {
    let end = at + 1;
    if (html.startsWith('<!--', at)) {
      const close: number = commentsEnd ? html.indexOf('-->', at + 4) : -1;
      commentsEnd = close >= 0;
      if (commentsEnd) {
        end = close + 3;
        tags.push({ name: '!', closes: false, attributes: '', start: at, end });
      }
    } else {
      tag.lastIndex = at;
      const match = tag.exec(html);
      if (match !== null) {
        const [whole, slash, name = '', attributes = ''] = match;
        end = at + whole.length;
        tags.push({ name: name.toLowerCase(), closes: slash === '/', attributes, start: at, end });
      }
    }
    at = html.indexOf('<', end);
  }
  return tags;
}

/** The value of a tag's attribute; null if it has none of that name. */
export function attributeOf({ attributes }: HtmlTag, name: string): string | null {
  for (const match of attributes.matchAll(new RegExp(attribute, 'gu')))
    if (match[1]?.toLowerCase() === name) return match[2] ?? match[3] ?? match[4] ?? '';
  return null;
}

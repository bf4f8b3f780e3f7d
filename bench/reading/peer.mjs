// What a Markdown reader without any idea of papers makes of one: the first heading is the title, all
// headings are sections, a list under a heading that says "key" or "recommend" is the points.
import MarkdownIt from 'markdown-it';

const markdownIt = new MarkdownIt({ html: true });

/** The peer's reading, in the form that `inspect` prints. */
export function peerReading(text) {
  const tokens = markdownIt.parse(text, {});
  const words = (inline) =>
    (inline.children ?? [])
      .map(({ type, content }) =>
        type.endsWith('break') ? ' ' : type === 'html_inline' ? '' : content,
      )
      .join('');
  const headings = tokens.flatMap((token, at) =>
    token.type === 'heading_open'
      ? [{ level: Number(token.tag.slice(1)), title: words(tokens[at + 1]) }]
      : [],
  );
  const levels = [...new Set(headings.map(({ level }) => level))].sort();
  const points = { keyPoints: [], recommendations: [] };
  let under = null;
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const heading = words(tokens[at + 1]);
      under = /recommend/i.test(heading)
        ? 'recommendations'
        : /key|highlight/i.test(heading)
          ? 'keyPoints'
          : null;
    }
    if (token.type === 'list_item_open' && under !== null && tokens[at + 2]?.type === 'inline')
      points[under].push(words(tokens[at + 2]));
  }
  const first = headings.find(({ level }) => level === 1) ?? headings[0];
  return {
    title: first?.title ?? null,
    authors: [],
    date: null,
    sections: headings
      .map(({ level, title }) => ({ level: levels.indexOf(level) + 1, title }))
      .filter(({ level }) => level <= 2),
    ...points,
    tags: [],
  };
}

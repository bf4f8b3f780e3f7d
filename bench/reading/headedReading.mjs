// What the headings and lists of a paper say to a reader without any idea of papers: the first heading is the
// title, all headings are sections, a list under a heading that says "key" or "recommend" is the points.

/**
 * A reading in the form that `inspect` prints.
 *
 * @param {{ level: number | null, text: string }[]} pieces headings with their levels, list items with null
 * @param {{ title?: string, authors?: string[], date?: string | null }} [stated] what a peer knows besides
 */
export function readingOf(pieces, stated = {}) {
  const headings = pieces.filter(({ level }) => level !== null);
  const levels = [...new Set(headings.map(({ level }) => level))].sort();
  const points = { keyPoints: [], recommendations: [] };
  let under = null;
  for (const { level, text } of pieces) {
    if (level === null) {
      if (under !== null) points[under].push(text);
      continue;
    }
    under = /recommend/i.test(text)
      ? 'recommendations'
      : /key|highlight/i.test(text)
        ? 'keyPoints'
        : null;
  }
  const first = headings.find(({ level }) => level === 1) ?? headings[0];
  return {
    title: stated.title || (first?.text ?? null),
    authors: stated.authors ?? [],
    date: stated.date ?? null,
    sections: headings
      .map(({ level, text }) => ({ level: levels.indexOf(level) + 1, title: text }))
      .filter(({ level }) => level <= 2),
    ...points,
    tags: [],
  };
}

/** Headings and list items of a DOM, in order. */
export function piecesOf(root) {
  return [...root.querySelectorAll('h1, h2, h3, h4, h5, h6, li')].map((element) => ({
    level: element.tagName === 'LI' ? null : Number(element.tagName.slice(1)),
    text: element.textContent.replace(/\s+/g, ' ').trim(),
  }));
}

import type { Block, Fact, PaperMetadata, Role } from '../paper.ts';

/** What the paper says about itself: first what is printed on the page, then its front matter. */
export function readMetadata(blocks: readonly Block[]): PaperMetadata {
  const printed = (role: Role): Fact | null => {
    const block = blocks.find((each) => each.role === role);
    return block === undefined ? null : { text: block.text, range: block.range };
  };
  return {
    series: printed('series'),
    title: printed('title'),
    subtitle: null,
    people: [],
    date: null,
    posted: null,
    publisher: printed('publisher'),
    handlingMark: null,
    tags: [],
    links: [],
    acronyms: [],
  };
}

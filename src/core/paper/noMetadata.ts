import type { PaperMetadata } from './paper.ts';

/** The metadata of a paper that says nothing about itself. */
export const noMetadata: PaperMetadata = {
  series: null,
  title: null,
  subtitle: null,
  people: [],
  date: null,
  posted: null,
  publisher: null,
  handlingMark: null,
  tags: [],
  links: [],
  acronyms: [],
};

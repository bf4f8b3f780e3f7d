import type { PaperSource } from './paper.ts';

/** The source of a paper that has no pages and no pictures of its own: Markdown and plain text. */
export const noSource: PaperSource = { pages: [], images: [], origins: [] };

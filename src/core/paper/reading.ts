import type { Token } from 'markdown-it';
import type { DocumentCue } from './document/paperDocument.ts';
import type { FrontMatter } from './markdown/frontMatter.ts';
import type { Block, Problem } from './paper.ts';

/** A block by its form alone, before it has a role. */
export interface FormBlock extends Omit<Block, 'role' | 'confidence' | 'evidence'> {
  /** Why the reader itself knows the block for site text, such as "running head". */
  readonly siteText?: string;
  /** Whether it begins with strong words or is nothing else, where the text has no marks that say so. */
  readonly strong?: 'lead' | 'whole';
  /** Its first link, and whether it is nothing else, where the text has no marks that say so. */
  readonly link?: { readonly href: string; readonly isWhole: boolean };
  /** What the source says the block is for, by its own mark-up. */
  readonly cue?: DocumentCue;
}

/** What a reader of one format makes of a text: the form of everything, the role of nothing. */
export interface Reading {
  readonly tokens: readonly Token[];
  /** In source order, not overlapping, covering every character that is not blank. */
  readonly blocks: readonly FormBlock[];
  readonly problems: readonly Problem[];
  /** What the header says, where the format has one. */
  readonly frontMatter?: FrontMatter | null;
}

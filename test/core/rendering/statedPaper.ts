import { readMarkdown } from '../../../src/core/paper/markdown/readMarkdown.ts';
import type {
  Block,
  BlockKind,
  Fact,
  Paper,
  PaperFormat,
  PaperMetadata,
  Role,
} from '../../../src/core/paper/paper.ts';
import { readText } from '../../../src/core/paper/text/readText.ts';
import { noMetadata } from '../../../src/core/paper/noMetadata.ts';

/** What a test says about a paper beyond its text. */
export interface Statement {
  readonly format?: PaperFormat;
  /** Roles of blocks, by how their text begins; the others are headings and body text. */
  readonly roles?: Readonly<Record<string, Role>>;
  readonly metadata?: Partial<PaperMetadata>;
  readonly evidence?: string;
}

const usualRoles: Partial<Record<BlockKind, Role>> = {
  heading: 'heading',
  frontMatter: 'metadata',
};

/** A paper whose form is read and whose roles and facts a test states. */
export function statedPaper(text: string, statement: Statement = {}): Paper {
  const { format = 'markdown', roles = {}, metadata = {}, evidence = '' } = statement;
  const { chunks, blocks, problems } = format === 'markdown' ? readMarkdown(text) : readText(text);
  const stated = blocks.map((block): Block => {
    const role = Object.entries(roles).find(([begin]) => block.text.startsWith(begin))?.[1];
    const usual = usualRoles[block.kind] ?? 'body';
    return { ...block, role: role ?? usual, confidence: 1, evidence };
  });
  return {
    name: 'paper',
    format,
    text,
    chunks,
    blocks: stated,
    problems,
    metadata: { ...noMetadata, ...metadata },
  };
}

/** A fact that stands in a text. */
export function factIn(text: string, words: string): Fact {
  const start = text.indexOf(words);
  return { text: words, range: { start, end: start + words.length } };
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { paperToMarkdown } from '../../../src/core/conversion/paperToMarkdown.ts';
import { readable } from '../../../src/core/paper/markdown/blocksInlineText.ts';
import { readDocument } from '../../../src/core/paper/document/readDocument.ts';
import type {
  DocumentBlock,
  Inline,
  PaperDocument,
} from '../../../src/core/paper/document/paperDocument.ts';
import type { Paper } from '../../../src/core/paper/paper.ts';
import { readPaper } from '../../../src/core/paper/readPaper.ts';
import { anyDocument } from '../../support/arbitraryDocument.ts';
import { corpusPapers } from '../rendering/corpus.ts';

function readAgain(paper: Paper): Paper {
  return readPaper(paperToMarkdown(paper), { format: 'markdown', name: 'converted.md' });
}

/** What the trees show of a paper. */
function statedBy({ metadata, blocks }: Paper) {
  const textsOf = (role: string) =>
    blocks.filter((block) => block.role === role).map(({ text }) => letters(text));
  return {
    title: metadata.title?.text,
    people: metadata.people.map(({ name }) => name),
    date: metadata.date?.iso,
    // A paper that prints a tag twice, in small and in capital letters, means one.
    tags: [...new Set(metadata.tags.map(({ text }) => text.toLowerCase()))],
    keyPoints: textsOf('keyPoint'),
    recommendations: textsOf('recommendation'),
  };
}

/** The letters and digits of a text, which no markup stands between. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The first word of a block that is not in the Markdown behind the words before it. */
function missingWord(paper: Paper): string | undefined {
  const body = paperToMarkdown(paper).replace(/^---\n[\s\S]*?\n---\n/u, '');
  const bare = body.replace(/\]\(<[^<>]*>\)|<\/?su[pb]>|\[\^\d+\]|<!-- page [^>]*-->/gu, '');
  // Blocks read without the marks of site generators, which their papers may hold as plain text.
  const all = letters(readable(bare.replace(/\\([!-/:-@[-`{-~])/gu, '$1')));
  // What no token shows is the source's own: its front matter, the addresses of its links.
  const shown = paper.blocks.filter(({ token, kind }) => token >= 0 && kind !== 'definition');
  let from = 0;
  return shown
    .flatMap(({ text }) => text.split(/\s+/u))
    .filter((word) => !/^\[.{1,9}\]$/u.test(word))
    .map(letters)
    .find((word) => {
      const at = all.indexOf(word, from);
      if (at >= 0) from = at + word.length;
      return at < 0;
    });
}

/** What a picture shows is the block's text only where nothing else stands in it. */
function withoutPictures(document: PaperDocument): PaperDocument {
  const kept = (key: string, value: unknown): unknown =>
    key === 'content' && Array.isArray(value)
      ? value.filter((inline: Inline) => inline.type !== 'image')
      : value;
  return JSON.parse(JSON.stringify(document), kept) as PaperDocument;
}

function paperOf(blocks: readonly DocumentBlock[]): Paper {
  const document = { blocks, facts: [], pageLabels: ['iv', '1'], problems: [] };
  return readDocument(document, { name: 'paper.pdf', format: 'pdf' });
}

function body(...blocks: readonly DocumentBlock[]): string {
  return paperToMarkdown(paperOf(blocks)).replace(/^---\n[\s\S]*?---\n\n/u, '');
}

const line = (...content: readonly Inline[]) => ({ type: 'paragraph', content }) as const;
const text = (words: string) => ({ type: 'text', text: words }) as const;

const samples = [
  'grid-resilience-brief.md',
  'harbour-security-working-paper.txt',
  'river-compacts-web-capture.txt',
];

for (const name of samples) {
  describe(`the Markdown of ${name}`, () => {
    const format = name.endsWith('.md') ? 'markdown' : 'text';
    const paper = readPaper(readFileSync(`samples/${name}`, 'utf8'), { format, name });

    it('has the words of every block, in order', () => {
      assert.equal(missingWord(paper), undefined);
    });

    it('states the same when it is read again', () => {
      assert.deepEqual(statedBy(readAgain(paper)), statedBy(paper));
    });
  });
}

describe('a paper as Markdown', () => {
  it('has the words of every block, in order, whatever the paper', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const paper = readDocument(withoutPictures(document), {
          name: 'paper.docx',
          format: 'docx',
        });
        assert.equal(missingWord(paper), undefined);
      }),
    );
  });

  it('keeps marks, notes and pages, and takes nothing for markup that is none', () => {
    const opening = { type: 'heading', level: 1, content: [text('Fees and Ports')] } as const;
    const marked = line(
      { type: 'page', page: 0 },
      text('# Fees rose by 5*2 in '),
      { type: 'text', text: 'all', marks: ['strong'] },
      text(' ports'),
      { type: 'noteMark', label: 'a', text: '1' },
    );
    const note = { type: 'note', label: 'a', blocks: [line(text('As told.'))] } as const;
    assert.equal(
      body(opening, marked, { type: 'page', page: 1 }, line(text('1. So it was.')), note),
      '# Fees and Ports\n\n<!-- page iv -->\n\n\\# Fees rose by 5\\*2 in **all** ports[^1]\n\n' +
        '<!-- page 1 -->\n\n1\\. So it was.\n\n[^1]: As told.\n',
    );
  });

  it('marks no heading as bold that is so as a whole, and escapes no lonely ampersand', () => {
    const bold = (words: string) => ({ ...text(words), marks: ['strong'] }) as const;
    const heading = (...content: readonly Inline[]) =>
      ({ type: 'heading', level: 2, content }) as const;
    assert.equal(
      body(
        heading(bold('R&D'), text(' '), bold('in Ports')),
        heading(text('The '), bold('Tugs')),
        line(text('AT&T; R&D;'), bold(' all')),
      ),
      '# R&D in Ports\n\n## The **Tugs**\n\nAT\\&T; R\\&D; **all**\n',
    );
  });

  it('shows pictures only where they are, else what they are said to show', () => {
    const image = { description: 'Ships', href: null, bytes: new Uint8Array([1]), type: '' };
    const paper = paperOf([line({ type: 'image', image })]);
    assert.match(paperToMarkdown(paper), /\n\nShips\n$/u);
    const options = { imageAddress: (at: number) => `pictures/${at}.png` };
    assert.match(paperToMarkdown(paper, options), /!\[Ships\]\(<pictures\/0\.png>\)\n$/u);
  });

  it('has tables with a head, and cells that span columns as they stand', () => {
    const cell = (words: string, isHeader = false, columnSpan = 1) => ({
      content: [text(words)],
      isHeader,
      columnSpan,
      rowSpan: 1,
    });
    const rows = [[cell('a', true), cell('b', true)], [cell('c | d', false, 2)]];
    assert.equal(body({ type: 'table', rows }), '| a | b |\n| --- | --- |\n| c \\| d |  |\n');
  });
});

/** The longest would take most of the time and say little more. */
const papers = corpusPapers().filter((paper) => paper.text.length < 60_000);
(papers.length > 0 ? describe : describe.skip)('the Markdown of the corpus', () => {
  it('states what the paper states', () => {
    const changed = papers.filter(({ name, format, text: source }) => {
      const paper = readPaper(source, { format, name });
      return JSON.stringify(statedBy(readAgain(paper))) !== JSON.stringify(statedBy(paper));
    });
    assert.deepEqual(
      changed.map(({ name }) => name),
      [],
    );
  });
});

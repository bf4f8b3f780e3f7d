import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { placeAll } from '../../src/core/anchoring/liveAnchors.ts';
import { describeInPaper } from '../../src/core/annotations/describeInPaper.ts';
import { renewedTargets } from '../../src/core/annotations/renewedTargets.ts';
import type {
  DocumentBlock,
  Inline,
  PaperDocument,
} from '../../src/core/paper/document/paperDocument.ts';
import { readDocument } from '../../src/core/paper/document/readDocument.ts';
import { documentFormats, type DocumentFormat } from '../../src/core/paper/paper.ts';
import { createReaders } from '../../src/readers/readers.ts';
import { loadAsset } from '../support/readMadePdf.ts';

const readers = createReaders(loadAsset);
const folder = resolve('../shared/corpus');
const files = documentFormats.flatMap((format) =>
  existsSync(join(folder, format))
    ? readdirSync(join(folder, format)).map((name) => ({ format, name }))
    : [],
);

type Paragraph = Extract<DocumentBlock, { readonly type: 'paragraph' }>;

const isParagraph = (block: DocumentBlock | undefined): block is Paragraph =>
  block?.type === 'paragraph' && block.siteText === undefined;

/** Long words as the ends of lines left them, now and then. */
function hyphenated(content: readonly Inline[]): readonly Inline[] {
  let words = 0;
  return content.map((inline) =>
    inline.type === 'text'
      ? {
          ...inline,
          text: inline.text.replace(/(?<![^\s(])[a-z]{9,}(?=[\s.,;)])/gu, (word) => {
            words += 1;
            return words % 5 === 0 ? `${word.slice(0, 5)}- ${word.slice(5)}` : word;
          }),
        }
      : inline,
  );
}

/** Web addresses as the ends of lines left them: parted behind their first hyphen. */
function parted(content: readonly Inline[]): readonly Inline[] {
  return content.map((inline) =>
    inline.type === 'text'
      ? {
          ...inline,
          text: inline.text.replace(/https?:\/\/[^\s-]*\p{L}-(?=\p{L})/gu, (part) => `${part} `),
        }
      : inline,
  );
}

/**
 * The document as a poorer reader hands it over: with hyphens of line ends left in words, web addresses
 * parted at hyphens, every sixth paragraph cut in two, every seventh joined with the next, and the heads of
 * pages among the text.
 */
function poorer(document: PaperDocument): PaperDocument {
  const blocks: DocumentBlock[] = [];
  let paragraphs = 0;
  let open: Paragraph | null = null;
  for (const block of document.blocks) {
    if (!isParagraph(block)) {
      open = null;
      blocks.push(
        block.type === 'note' ? { ...block, blocks: block.blocks.map(withParted) } : block,
      );
      continue;
    }
    paragraphs += 1;
    const content = parted(hyphenated(block.content));
    const middle = Math.ceil(content.length / 2);
    if (open !== null) {
      const joined: Inline[] = [...open.content, { type: 'text', text: ' ' }, ...content];
      blocks[blocks.length - 1] = { ...open, content: joined };
      open = null;
    } else if (paragraphs % 6 === 0 && middle < content.length) {
      blocks.push({ ...block, content: content.slice(0, middle) });
      blocks.push({ type: 'paragraph', content: content.slice(middle) });
    } else {
      const whole = { ...block, content };
      blocks.push(whole);
      open = paragraphs % 7 === 0 ? whole : null;
    }
    if (paragraphs % 9 === 0 && open === null)
      blocks.push({ type: 'paragraph', content: [{ type: 'text', text: `Page ${paragraphs}` }] });
  }
  return { ...document, blocks };
}

function withParted(block: DocumentBlock): DocumentBlock {
  return isParagraph(block) ? { ...block, content: parted(block.content) } : block;
}

/** Most of a web address that is parted behind a hyphen. */
const addresses = /https?:\/\/[^\s-]*- [^\s>]*\p{L}/gu;

/** Letters and digits alone: what readers agree on. */
const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Passages of some words in every kind of block, and parted addresses, whose letters stand once in the other text. */
function passagesIn(text: string, other: string): readonly { start: number; end: number }[] {
  const letters = lettersOf(other);
  const found = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
    }));
  const passages = found(/\p{L}[^\n]{30,90}?\p{L}(?=[\s.,;])/gu).filter((_, at) => at % 4 === 0);
  return passages.concat(found(addresses)).filter(({ start, end }) => {
    const own = lettersOf(text.slice(start, end));
    const first = letters.indexOf(own);
    return first >= 0 && !letters.includes(own, first + 1);
  });
}

/** Whether words are those of a quote; a quote of a piece of a parted address may have become more of it. */
function areThose(words: string, quote: string): boolean {
  const [now, then] = [lettersOf(words), lettersOf(quote)];
  return now === then || (!/\s/u.test(words) && words.includes('/') && now.includes(then));
}

async function textsOf({ format, name }: { format: DocumentFormat; name: string }) {
  const bytes = new Uint8Array(readFileSync(join(folder, format, name)));
  const answer = await readers[format].read(bytes, { name });
  assert.ok(answer.ok);
  const read = (document: PaperDocument) => readDocument(document, { format, name });
  return { old: read(poorer(answer.document)), now: read(answer.document) };
}

describe('annotations made in the text of a poorer reader', () => {
  if (files.length === 0) it.skip('are found in that of a better one (the corpus is not here)');
  for (const file of files)
    it(`are found in that of a better one, all at their words: ${file.name}`, async () => {
      const { old, now } = await textsOf(file);
      const reader = { format: file.format, version: 1 };
      const items = passagesIn(old.text, now.text).map(({ start, end }, at) => ({
        id: String(at),
        target: describeInPaper({ ...old, reader }, start, end),
      }));
      const anchors = placeAll(now.text, items, new Map(), old.text);
      const wrong = items.flatMap(({ id, target }) => {
        const anchor = anchors.get(id)?.anchor;
        const words = anchor ? now.text.slice(anchor.start, anchor.end) : 'nothing';
        return areThose(words, target.exact) ? [] : [[target.exact, words]];
      });
      assert.deepEqual(wrong, []);
      // From then on they are made in the better text, and need no old one.
      const better = { ...now, reader: { ...reader, version: 2 } };
      const renewed = renewedTargets(better, anchors, true);
      const later = items.map(({ id, target }) => ({ id, target: renewed.get(id) ?? target }));
      const again = [...placeAll(now.text, later, new Map()).values()];
      assert.deepEqual(
        again.map(({ anchor }) => anchor?.how),
        items.map(() => 'exact'),
      );
    }).timeout(30_000);
});

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type {
  DocumentBlock,
  Inline,
  PaperDocument,
} from '../../../../src/core/paper/document/paperDocument.ts';
import { readDocument } from '../../../../src/core/paper/document/readDocument.ts';
import type { Paper } from '../../../../src/core/paper/paper.ts';
import { readHtml } from '../../rendering/readHtml.ts';
import { checkTextMaps } from '../../rendering/checkTextMap.ts';
import { renderPaper } from '../../../../src/core/rendering/renderPaper.ts';
import { anyDocument } from '../../../support/arbitraryDocument.ts';

function read(document: PaperDocument): Paper {
  return readDocument(document, { format: 'pdf', name: 'a.pdf' });
}

/** Everything that is to be read of blocks, in order. */
function wordsIn(blocks: readonly DocumentBlock[]): readonly string[] {
  const ofLine = (line: readonly Inline[]): readonly string[] =>
    line.map((inline) =>
      inline.type === 'text'
        ? inline.text.trim()
        : inline.type === 'noteMark'
          ? inline.text.replace(/[[\]]/gu, '')
          : inline.type === 'image'
            ? inline.image.description.trim()
            : '',
    );
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return ofLine(block.content);
      case 'list':
        return block.items.flatMap((item) => wordsIn(item.blocks));
      case 'quote':
      case 'note':
        return wordsIn(block.blocks);
      case 'table':
        return block.rows.flatMap((row) => row.flatMap((cell) => ofLine(cell.content)));
      case 'preformatted':
        return [block.text.trim()];
      case 'rule':
      case 'page':
        return [];
    }
  });
}

describe('any document', () => {
  it('is in the text of its paper word for word and in order', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { text } = read(document);
        let at = 0;
        for (const words of wordsIn(document.blocks)) {
          const found = text.indexOf(words, at);
          assert.notEqual(
            found,
            -1,
            `${JSON.stringify(words)} is not behind ${at} in ${JSON.stringify(text)}`,
          );
          at = found + words.length;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has blocks for every character that is not blank, in order and apart', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { text, blocks } = read(document);
        let at = 0;
        for (const { range } of blocks) {
          assert.ok(range.start >= at && range.end > range.start);
          assert.equal(text.slice(at, range.start).trim(), '');
          at = range.end;
        }
        assert.equal(text.slice(at).trim(), '');
      }),
      { numRuns: 300 },
    );
  });

  it('is rendered as harmless HTML with an exact text map', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        checkTextMaps(read(document));
      }),
      { numRuns: 300 },
    );
  });

  it('shows every word', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const paper = read(document);
        const parts = renderPaper(paper).parts;
        const shown = new Set<number>();
        for (const { range, map } of parts)
          for (let run = 0; run < map.length; run += 4)
            for (let at = 0; at < (map[run + 3] ?? 0); at += 1)
              shown.add(range.start + (map[run + 1] ?? 0) + at);
        const pictures = parts
          .flatMap(({ html }) => readHtml(html).elements)
          .map(({ attributes }) => attributes['alt'] ?? '');
        let text = paper.text;
        for (const description of pictures)
          if (description !== '')
            text = text.replace(description, (found) => ' '.repeat(found.length));
        for (const match of text.matchAll(/[a-zA-Z]+/gu)) {
          const isMarker = /^(?:b|iii|note)$/u.test(match[0]);
          assert.ok(
            isMarker || shown.has(match.index),
            `${match[0]} at ${match.index} of ${JSON.stringify(paper.text)}`,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('tells for every page where it begins, in order', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { pages, text } = read(document);
        for (const { start } of pages) assert.ok(start >= 0 && start <= text.length);
      }),
    );
  });

  it('leads from every piece of text to where it was drawn', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { origins, text } = read(document);
        for (let at = 0; at < origins.length; at += 6) {
          const [start = 0, length = 0, , , , drawn = 0] = origins.slice(at, at + 6);
          assert.ok(start + length <= text.length);
          assert.equal(length, drawn);
          if (at > 0) assert.ok(start >= (origins[at - 6] ?? 0) + (origins[at - 5] ?? 0));
        }
      }),
    );
  });
});

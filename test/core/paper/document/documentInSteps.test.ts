import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { tokensOf, wholeChunk } from '../../../../src/core/paper/chunks.ts';
import { documentChunks } from '../../../../src/core/paper/document/documentChunks.ts';
import {
  readDocument,
  readDocumentInSteps,
} from '../../../../src/core/paper/document/readDocument.ts';
import { renderPaper, renderPaperInSteps } from '../../../../src/core/rendering/renderPaper.ts';
import { anyDocument } from '../../../support/arbitraryDocument.ts';
import { documentOf, heading, paragraph } from '../../../support/documents.ts';

const options = { format: 'pdf', name: 'a.pdf' } as const;

function count(steps: Generator<void, unknown, void>): number {
  let counted = 0;
  while (steps.next().done !== true) counted += 1;
  return counted;
}

describe('a long document', () => {
  const chapters = documentOf(
    Array.from({ length: 1_000 }, (_, at) => [
      heading(2, `Chapter ${at}`),
      paragraph(`What is said of river ${at}.`),
    ]).flat(),
  );

  it('is read and drawn in many steps', () => {
    assert.ok(count(readDocumentInSteps(chapters, options)) > 40);
    assert.ok(count(renderPaperInSteps(readDocument(chapters, options))) > 100);
  });

  it('has chunks of which the same page is drawn as of one', () => {
    assert.ok(readDocument(chapters, options).chunks.length > 5);
    fc.assert(
      fc.property(anyDocument, fc.integer({ min: 1, max: 20 }), (document, least) => {
        const paper = readDocument(document, options);
        const tokens = tokensOf(paper.chunks);
        const cut = { ...paper, chunks: documentChunks(tokens, paper.blocks, least) };
        assert.deepEqual(tokensOf(cut.chunks), tokens);
        assert.deepEqual(
          renderPaper(cut),
          renderPaper({ ...paper, chunks: wholeChunk([...tokens]) }),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is read by an analyst’s decisions as if it had not been read before', () => {
    const point = readDocument(chapters, options).blocks[3];
    assert.ok(point);
    const corrections = [{ range: point.range, role: 'keyPoint' as const }];
    const again = readDocument(chapters, { ...options, corrections });
    assert.equal(again.blocks[3]?.role, 'keyPoint');
    const afresh = readDocument(structuredClone(chapters), { ...options, corrections });
    assert.deepEqual(again, afresh);
    assert.deepEqual(renderPaper(again), renderPaper(afresh));
    assert.equal(readDocument(chapters, options).blocks[3]?.role, 'body');
  });
});

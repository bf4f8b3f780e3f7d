import assert from 'node:assert/strict';
import { readDocument } from '../../src/core/paper/document/readDocument.ts';
import type { Paper } from '../../src/core/paper/paper.ts';
import type { ToWebview } from '../../src/core/protocol.ts';
import { renderPaper } from '../../src/core/rendering/renderPaper.ts';
import { pdfReader } from '../../src/readers/pdf/pdfReader.ts';
import { openReadingView, resources, type ReadingView } from './readingView.ts';
import { settings } from './riverCompacts.ts';

/** What the messages about the shown paper say. */
export const about = { uri: 'file:///papers/paper.pdf', version: 1 };

/** The paper that the reader makes of a PDF; takes the memory of the bytes. */
export async function paperOf(bytes: Uint8Array): Promise<Paper> {
  const noAssets = () => Promise.reject(new Error('not packaged'));
  const answer = await pdfReader(noAssets).read(bytes, { name: 'paper.pdf' });
  assert.ok(answer.ok);
  return readDocument(answer.document, { name: 'paper.pdf', format: 'pdf' });
}

/** The message that shows a paper's pages. */
export function pagesOf({ origins, pages, text }: Paper): ToWebview {
  return {
    type: 'pagesChanged',
    ...about,
    pages: {
      ...{ file: `${resources}paper.pdf`, resources, origins, length: text.length },
      labels: pages.map(({ label }) => label),
      starts: pages.map(({ start }) => start),
    },
  };
}

/** Shows a paper and then its pages, until the first is drawn. */
export async function showPages(paper: Paper, bytes: Uint8Array): Promise<ReadingView> {
  const view = await openReadingView({ pdf: bytes });
  await view.send(...pagesAfterText(paper));
  await view.page.locator('.pdf-page canvas').first().waitFor();
  return view;
}

/** The messages that show a paper, and its pages in its place. */
export function pagesAfterText(paper: Paper): ToWebview[] {
  const changes = renderPaper(paper).parts.map((put) => ({ put }));
  return [
    { type: 'settingsChanged', settings },
    { type: 'paperChanged', ...about, changes, baseUri: '', remoteImages: false },
    pagesOf(paper),
  ];
}

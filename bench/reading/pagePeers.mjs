// What the two best known extractors of main text make of a saved page, and mammoth of a Word file.
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { piecesOf, readingOf } from './headedReading.mjs';

const dayOf = (date) => /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0] ?? null;
const namesIn = (byline) =>
  (byline ?? '')
    .replace(/^by\s+/i, '')
    .split(/\s*(?:,|;|\band\b)\s*/)
    .filter((name) => name !== '');

/** The reading of Mozilla's Readability. */
export function readabilityReading(bytes) {
  const { document } = parseHTML(new TextDecoder().decode(bytes));
  const article = new Readability(document).parse();
  const content = parseHTML(`<body>${article?.content ?? ''}</body>`).document;
  return readingOf(piecesOf(content), {
    title: article?.title,
    authors: namesIn(article?.byline),
    date: dayOf(article?.publishedTime),
  });
}

/** The reading of defuddle. */
export async function defuddleReading(bytes) {
  const html = new TextDecoder().decode(bytes);
  const article = await Defuddle(parseHTML(html).document, 'https://example.org/');
  const content = parseHTML(`<body>${article.content}</body>`).document;
  return readingOf(piecesOf(content), {
    title: article.title,
    authors: namesIn(article.author),
    date: dayOf(article.published),
  });
}

/** The reading of mammoth's headings. */
export async function mammothReading(bytes) {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return readingOf(piecesOf(parseHTML(`<body>${value}</body>`).document));
}

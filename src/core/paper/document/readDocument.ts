import { withHeadFacts } from '../metadata/headFacts.ts';
import { printedMetadata } from '../metadata/printedMetadata.ts';
import { overPrinted, withStatedFacts } from '../metadata/statedFacts.ts';
import type { DocumentFormat, Paper, PaperLink, PaperMetadata } from '../paper.ts';
import { paperSteps } from '../paperSteps.ts';
import type { ReadingOptions } from '../readPaper.ts';
import type { FormBlock } from '../reading.ts';
import { cueRule } from '../roles/cues.ts';
import { statedTitleRule } from '../roles/statedTitle.ts';
import { finish, type Steps } from '../steps.ts';
import { documentReading, type DocumentReading } from './documentReading.ts';
import type { PaperDocument } from './paperDocument.ts';

/**
 * Makes a paper of what a reader of HTML, PDF or Word handed over. The same document gives the same
 * `Paper.text`. Reads what it can of anything, the empty document too; never throws.
 */
export function readDocument(
  document: PaperDocument,
  options: ReadingOptions<DocumentFormat>,
): Paper {
  return finish(readDocumentInSteps(document, options));
}

/** What documents were written as: an analyst's decisions change the roles alone. */
const known = new WeakMap<PaperDocument, DocumentReading>();

/** `readDocument` in steps. A document that was read before is not written again. */
export function* readDocumentInSteps(
  document: PaperDocument,
  options: ReadingOptions<DocumentFormat>,
): Steps<Paper> {
  const written = known.get(document) ?? (yield* documentReading(document));
  known.set(document, written);
  const { text, source, ...reading } = written;
  const metadataOf = (blocks: Paper['blocks']): PaperMetadata => {
    const printed = printedMetadata(text, blocks);
    const known = withHeadFacts(printed, text, blocks, options.format);
    return withLinks(withStatedFacts(known, document.facts, text, blocks), reading.blocks);
  };
  return yield* paperSteps(text, reading, source, options, {
    overrules: [statedTitleRule(document.facts), cueRule],
    isSiteKnown: true,
    isTitleStated: document.facts.some(
      ({ field, trust }) => field === 'title' && trust >= overPrinted,
    ),
    metadataOf,
  });
}

/** Links with the addresses that their blocks lead to. */
function withLinks(metadata: PaperMetadata, forms: readonly FormBlock[]): PaperMetadata {
  const links = metadata.links.map((link): PaperLink => {
    const form = forms.find(({ range }) => range.start === link.range.start && link.range.end > 0);
    return { ...link, href: link.href ?? form?.link?.href ?? null };
  });
  return { ...metadata, links };
}

import { withHeadFacts } from '../metadata/headFacts.ts';
import { printedMetadata } from '../metadata/printedMetadata.ts';
import { overPrinted, withStatedFacts } from '../metadata/statedFacts.ts';
import type { DocumentFormat, Paper, PaperLink, PaperMetadata } from '../paper.ts';
import { paperSteps } from '../paperSteps.ts';
import { finish } from '../steps.ts';
import type { ReadingOptions } from '../readPaper.ts';
import type { FormBlock } from '../reading.ts';
import { cueRule } from '../roles/cues.ts';
import { statedTitleRule } from '../roles/statedTitle.ts';
import { documentReading } from './documentReading.ts';
import type { PaperDocument } from './paperDocument.ts';

/**
 * Makes a paper of what a reader of HTML, PDF or Word handed over. The same document gives the same
 * `Paper.text`. Reads what it can of anything, the empty document too; never throws.
 */
export function readDocument(
  document: PaperDocument,
  options: ReadingOptions<DocumentFormat>,
): Paper {
  const { text, source, ...reading } = documentReading(document);
  const steps = paperSteps(text, reading, source, options, {
    overrules: [statedTitleRule(document.facts), cueRule],
    isSiteKnown: true,
    isTitleStated: document.facts.some(
      ({ field, trust }) => field === 'title' && trust >= overPrinted,
    ),
    metadataOf: (blocks) =>
      withLinks(
        withStatedFacts(
          withHeadFacts(printedMetadata(text, blocks), text, blocks, options.format),
          document.facts,
          text,
          blocks,
        ),
        reading.blocks,
      ),
  });
  return finish(steps);
}

/** Links with the addresses that their blocks lead to. */
function withLinks(metadata: PaperMetadata, forms: readonly FormBlock[]): PaperMetadata {
  const links = metadata.links.map((link): PaperLink => {
    const form = forms.find(({ range }) => range.start === link.range.start && link.range.end > 0);
    return { ...link, href: link.href ?? form?.link?.href ?? null };
  });
  return { ...metadata, links };
}

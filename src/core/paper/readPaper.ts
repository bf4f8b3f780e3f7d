import { readMarkdown } from './markdown/readMarkdown.ts';
import { withFrontMatter } from './metadata/frontMatterFacts.ts';
import { withHeadFacts } from './metadata/headFacts.ts';
import { printedMetadata } from './metadata/printedMetadata.ts';
import { noSource } from './noSource.ts';
import type { Paper, PaperFormat, TextFormat } from './paper.ts';
import { paperFromReading } from './paperFromReading.ts';
import type { Correction } from './roles/corrections.ts';
import { openingLinesRule } from './roles/openingLines.ts';
import type { PublisherRule } from './roles/publisherRules.ts';
import { titleHeadingRule } from './roles/titleHeading.ts';
import { readText } from './text/readText.ts';

/** How to read a paper. */
export interface ReadingOptions<Format extends PaperFormat = PaperFormat> {
  readonly format: Format;
  /** What the paper is called where it is kept, such as a file name. */
  readonly name: string;
  /** Roles that an analyst gave to passages; they hold over everything else. */
  readonly corrections?: readonly Correction[];
  /** What an analyst taught about publishers. */
  readonly rules?: readonly PublisherRule[];
}

/** Reads a text as a paper. Reads what it can of anything, the empty text too; never throws. */
export function readPaper(text: string, options: ReadingOptions<TextFormat>): Paper {
  const { format } = options;
  const reading = format === 'markdown' ? readMarkdown(text) : readText(text);
  const { frontMatter = null } = reading;
  return paperFromReading(text, reading, noSource, options, {
    overrules: format === 'markdown' ? [titleHeadingRule(frontMatter), openingLinesRule] : [],
    metadataOf: (blocks) =>
      withHeadFacts(
        withFrontMatter(printedMetadata(text, blocks), frontMatter, text),
        text,
        blocks,
        format,
      ),
  });
}

import { markdownSteps, type MarkdownReading } from './markdown/readMarkdown.ts';
import { withFrontMatter } from './metadata/frontMatterFacts.ts';
import { withHeadFacts } from './metadata/headFacts.ts';
import { printedMetadata } from './metadata/printedMetadata.ts';
import type { Reading } from './reading.ts';
import { noSource } from './noSource.ts';
import type { Paper, PaperFormat, TextFormat } from './paper.ts';
import { paperSteps } from './paperSteps.ts';
import { finish, type Steps } from './steps.ts';
import type { Correction } from './roles/corrections.ts';
import { openingLinesRule } from './roles/openingLines.ts';
import type { PublisherRule } from './roles/publisherRules.ts';
import { titleHeadingRule } from './roles/titleHeading.ts';
import { textSteps, type TextReading } from './text/readText.ts';

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

/** A paper with what it takes to read it again after an edit. */
export interface PaperReading {
  readonly paper: Paper;
  readonly form:
    | { readonly format: 'markdown'; readonly reading: MarkdownReading }
    | { readonly format: 'text'; readonly reading: TextReading };
}

/** Reads a text as a paper. Reads what it can of anything, the empty text too; never throws. */
export function readPaper(text: string, options: ReadingOptions<TextFormat>): Paper {
  return readPaperAgain(null, text, options).paper;
}

/**
 * Reads a text as a paper, and what did not change since `before` not again: the paper is the same as
 * `readPaper` makes of it.
 */
export function readPaperAgain(
  before: PaperReading | null,
  text: string,
  options: ReadingOptions<TextFormat>,
): PaperReading {
  return finish(readingSteps(before, text, options));
}

/** `readPaper` in steps. */
export function* readPaperInSteps(text: string, options: ReadingOptions<TextFormat>): Steps<Paper> {
  return (yield* readingSteps(null, text, options)).paper;
}

function* readingSteps(
  before: PaperReading | null,
  text: string,
  options: ReadingOptions<TextFormat>,
): Steps<PaperReading> {
  const form = yield* formSteps(before?.form ?? null, text, options.format);
  yield;
  return { form, paper: yield* paperOf(text, form.reading, options) };
}

function* formSteps(
  before: PaperReading['form'] | null,
  text: string,
  format: TextFormat,
): Steps<PaperReading['form']> {
  if (format === 'markdown') {
    const known = before?.format === format ? before.reading : null;
    return { format, reading: yield* markdownSteps(text, known) };
  }
  const known = before?.format === format ? before.reading : null;
  return { format, reading: yield* textSteps(text, known) };
}

function* paperOf(
  text: string,
  reading: Reading,
  options: ReadingOptions<TextFormat>,
): Steps<Paper> {
  const { format } = options;
  const { frontMatter = null } = reading;
  return yield* paperSteps(text, reading, noSource, options, {
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

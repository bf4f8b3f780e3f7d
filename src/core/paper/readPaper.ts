import { markdownSteps, type MarkdownReading } from './markdown/readMarkdown.ts';
import { withFrontMatter } from './metadata/frontMatterFacts.ts';
import { withHeadFacts } from './metadata/headFacts.ts';
import { printedMetadata } from './metadata/printedMetadata.ts';
import type { Paper, PaperFormat, PaperMetadata } from './paper.ts';
import type { Reading } from './reading.ts';
import { finish, type Steps } from './steps.ts';
import { assignRoles } from './roles/assignRoles.ts';
import { correctionRule, type Correction } from './roles/corrections.ts';
import { openingLinesRule } from './roles/openingLines.ts';
import { titleHeadingRule } from './roles/titleHeading.ts';
import { publisherRule, type PublisherRule } from './roles/publisherRules.ts';
import { textSteps, type TextReading } from './text/readText.ts';

/** How to read a paper. */
export interface ReadingOptions {
  readonly format: PaperFormat;
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
export function readPaper(text: string, options: ReadingOptions): Paper {
  return readPaperAgain(null, text, options).paper;
}

/**
 * Reads a text as a paper, and what did not change since `before` not again: the paper is the same as
 * `readPaper` makes of it.
 */
export function readPaperAgain(
  before: PaperReading | null,
  text: string,
  options: ReadingOptions,
): PaperReading {
  return finish(readingSteps(before, text, options));
}

/** `readPaper` in steps. */
export function* readPaperInSteps(text: string, options: ReadingOptions): Steps<Paper> {
  return (yield* readingSteps(null, text, options)).paper;
}

function* readingSteps(
  before: PaperReading | null,
  text: string,
  options: ReadingOptions,
): Steps<PaperReading> {
  const form = yield* formSteps(before?.form ?? null, text, options.format);
  yield;
  return { form, paper: yield* paperSteps(text, form.reading, options) };
}

function* formSteps(
  before: PaperReading['form'] | null,
  text: string,
  format: PaperFormat,
): Steps<PaperReading['form']> {
  if (format === 'markdown') {
    const known = before?.format === format ? before.reading : null;
    return { format, reading: yield* markdownSteps(text, known) };
  }
  const known = before?.format === format ? before.reading : null;
  return { format, reading: yield* textSteps(text, known) };
}

/** The paper that a reading of a text makes: roles and metadata. */
function* paperSteps(text: string, reading: Reading, options: ReadingOptions): Steps<Paper> {
  const { format, name, corrections = [], rules = [] } = options;
  const { chunks, blocks, problems, frontMatter = null } = reading;
  const metadataOf = (read: Paper['blocks']): PaperMetadata =>
    withHeadFacts(
      withFrontMatter(printedMetadata(text, read), frontMatter, text),
      text,
      read,
      format,
    );
  const overrules = [
    correctionRule(corrections),
    ...(format === 'markdown' ? [titleHeadingRule(frontMatter), openingLinesRule] : []),
  ];
  const first = yield* assignRoles(text, blocks, overrules);
  const metadata = metadataOf(first);
  const paper: Paper = { name, format, text, chunks, blocks: first, metadata, problems };
  const publisher = metadata.publisher?.text ?? null;
  if (publisher === null || rules.length === 0) return paper;
  const second = yield* assignRoles(text, blocks, [...overrules, publisherRule(publisher, rules)]);
  return { ...paper, blocks: second, metadata: metadataOf(second) };
}

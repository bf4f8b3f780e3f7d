import type { Problem, SourceRange } from '../paper.ts';
import { findHeader, type Header } from './frontMatterHeader.ts';
import { scanEntries } from './frontMatterLines.ts';
import { parseYaml } from './frontMatterYaml.ts';

/** A value in front matter: a text, a list or named fields, with the place where it is written. */
export interface FrontMatterValue {
  /** The text of a plain value, white space folded; empty for lists and fields. */
  readonly text: string;
  readonly range: SourceRange;
  readonly items: readonly FrontMatterValue[];
  /** Values by key; keys are in lower case. */
  readonly fields: ReadonlyMap<string, FrontMatterValue>;
}

/** The header that a Markdown file has before its text. */
export interface FrontMatter {
  /** From the opening to behind the closing line. */
  readonly range: SourceRange;
  readonly fields: ReadonlyMap<string, FrontMatterValue>;
  readonly problems: readonly Problem[];
}

/**
 * The front matter of a Markdown text: YAML, TOML or JSON between marks, a Pandoc title block, or plain
 * "Key: value" lines; null where there is none. What is broken is read line by line and is a problem.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  const header = findHeader(text);
  if (header === null) return null;
  const problems: Problem[] = header.closed
    ? []
    : [{ message: 'The front matter is not closed.', range: header.range }];
  const content = text.slice(header.content.start, header.content.end);
  const { fields, broken } = readFields(content, header);
  if (broken) {
    const message = 'The front matter is not well formed; it was read line by line.';
    problems.push({ message, range: header.range });
  }
  return { range: header.range, fields, problems };
}

function readFields(
  content: string,
  { form, content: { start } }: Header,
): { fields: ReadonlyMap<string, FrontMatterValue>; broken: boolean } {
  if (form === 'yaml') {
    const fields = parseYaml(content, start);
    if (fields !== null) return { fields, broken: false };
  }
  return { fields: scanEntries(content, start, form), broken: form === 'yaml' };
}

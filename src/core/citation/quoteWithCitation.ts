import type { Paper, PaperDate, SourceRange } from '../paper/paper.ts';
import { pageLabelAt } from '../paper/pageAt.ts';
import { wordsIn } from './wordsIn.ts';

/**
 * A passage in quotation marks (those inside it become single ones) with who said it, where and when, as far as the paper states it:
 * “…” — Ana Varga and Rui Osei, “Title”, Publisher, 12 March 2025, p. 4. Pages are as printed. Markup
 * is left out and white space folded.
 */
export function quoteWithCitation(paper: Paper, range: SourceRange): string {
  const quote = wordsIn(paper, range)
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/"([^"]*)"/gu, '‘$1’');
  const source = [citation(paper), pagesOf(paper, range)].filter((part) => part !== '').join(', ');
  return source === '' ? `“${quote}”` : `“${quote}” — ${source}.`;
}

function citation({ metadata }: Paper): string {
  const { people, title, publisher, date } = metadata;
  return [
    listed(people.map(({ name }) => fold(name))),
    title === null ? '' : `“${fold(title.text)}”`,
    publisher === null ? '' : fold(publisher.text),
    date === null ? '' : dayOf(date),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** A date as printed; where a machine wrote the time of day behind it, the day alone. */
function dayOf({ text, iso }: PaperDate): string {
  return /^\d{4}-\d{2}-\d{2}[T\s]/u.test(text) ? iso : fold(text);
}

function pagesOf(paper: Paper, { start, end }: SourceRange): string {
  const first = pageLabelAt(paper, start);
  const last = pageLabelAt(paper, Math.max(start, end - 1));
  if (first === null || last === null) return '';
  return first === last ? `p. ${first}` : `pp. ${first}–${last}`;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

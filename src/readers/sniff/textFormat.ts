/** What a decoded text is. */
export type TextKind = 'markdown' | 'text' | 'html';

/** The format of a text, and why it isn't the one that its name says; fit to show. */
export interface TextFormatFound {
  readonly format: TextKind;
  readonly note: string | null;
}

const endings: Readonly<Record<string, TextKind>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdown': 'markdown',
  '.mkd': 'markdown',
  '.txt': 'text',
  '.text': 'text',
  '': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
};

const titles = { markdown: 'Markdown', text: 'plain text', html: 'HTML' } as const;

/** The end of a file's name from the last dot on, in lower case; empty without one. */
export function endingOf(name: string): string {
  return /[^/\\](\.[^./\\]*)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The format of a text: by its content, and by its name where the content can be either. */
export function textFormatOf(text: string, name: string): TextFormatFound {
  const ending = endingOf(name);
  const byName = endings[ending];
  const byContent = kindOf(text, byName);
  if (byName === byContent) return { format: byContent, note: null };
  if (byName === 'markdown' && byContent === 'text')
    return { format: 'text', note: `The name ends in "${ending}", but nothing in it is Markdown.` };
  const note = `The name ends in "${ending}", but the content reads as ${titles[byContent]}.`;
  return { format: byContent, note };
}

function kindOf(text: string, byName: TextKind | undefined): TextKind {
  if (isPage(text)) return 'html';
  if (byName === 'html' && /<[a-z][a-z\d]*(?:\s[^<>]*)?>/iu.test(text)) return 'html';
  if (byName === 'markdown') return hasMarks(text) ? 'markdown' : 'text';
  return looksLikeMarkdown(text) ? 'markdown' : 'text';
}

/** Whether a text begins as a web page does. */
function isPage(text: string): boolean {
  const start = text
    .slice(0, 20_000)
    .replace(/^\ufeff?\s*/u, '')
    .replace(/^(?:<\?xml[^<>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*/u, '');
  return /^(?:<!doctype html|<html\b|<head\b|<body\b)/iu.test(start);
}

/** Whether a text has marks that only Markdown has, in more than one place. */
function looksLikeMarkdown(text: string): boolean {
  const sample = text.slice(0, 200_000);
  if (/^\ufeff?\s*(?:---|\+\+\+)[ \t]*\r?\n[\s\S]{0,5000}?^(?:---|\+\+\+)[ \t]*$/mu.test(sample))
    return true;
  const marks = [
    /^#{1,6} \S/gmu,
    /\[[^[\]\n]+\]\([^()\s]+\)/gu,
    /\*\*[^*\n]+\*\*/gu,
    /^\[\^[^\]\s]+\]:/gmu,
    /^\|[ :-]+\|[ :|-]*$/gmu,
  ];
  const counts = marks.map((mark) => sample.match(mark)?.length ?? 0);
  return counts.filter((count) => count > 0).length >= 2 && counts.reduce((a, b) => a + b) >= 4;
}

/** Whether a text has any mark of Markdown at all. */
function hasMarks(text: string): boolean {
  const sample = text.slice(0, 2_000_000);
  if (/^\ufeff?\s*(?:---|\+\+\+|\{)[ \t]*\r?\n/u.test(sample)) return true;
  return /^#{1,6}[^#\n]|^[-*+>] \S|^(?:={3,}|-{3,})[ \t]*\r?$|^\|.*\||^```|^<\w|\]\(|\*\*\S|(?<!\w)[*_]\w|^\[[^\]\n]+\]:/mu.test(
    sample,
  );
}

/** Characters that begin markup wherever they stand in a line; an ampersand only before the name of a character. */
const inline = /[\\`*_[\]<>|~]|&(?=#?[\p{L}\p{N}]+;|$)/gu;

/** A text so that Markdown reads it as it stands, but for what only counts at the start of a line. */
export function escapeMarkdown(text: string): string {
  return text.replace(inline, String.raw`\$&`);
}

/** A line so that nothing at its start is taken for a heading, a list, a quotation or a rule. */
export function escapeLineStart(line: string): string {
  const bare = line.trimStart();
  const numbered = /^(\d{1,9})([.)])(?=\s|$)/u.exec(bare);
  if (numbered) return `${numbered[1] ?? ''}\\${bare.slice(numbered[1]?.length)}`;
  return /^(?:#{1,6}(?:\s|$)|[-+](?:\s|$)|=+\s*$|-{2,}\s*$|:)/u.test(bare) ? `\\${bare}` : bare;
}

/** A text as a comment, which nobody sees who reads the Markdown formatted. */
export function comment(text: string): string {
  return `<!-- ${text.replaceAll('--', '- -').replaceAll('>', '›').trim()} -->`;
}

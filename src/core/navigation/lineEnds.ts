/**
 * The text with one kind of line end, as VS Code opens a file: where kinds are mixed or a carriage
 * return stands alone, all become the more frequent of CRLF and LF. Other texts stay as they are.
 */
export function unifyLineEnds(text: string): string {
  const ends = text.match(/\r\n?|\n/gu) ?? [];
  const feeds = ends.filter((end) => end === '\n').length;
  const pairs = ends.filter((end) => end === '\r\n').length;
  if (feeds === ends.length || pairs === ends.length) return text;
  return text.replace(/\r\n?|\n/gu, ends.length - feeds > ends.length / 2 ? '\r\n' : '\n');
}

/** The text as Markdown that shows it as it is, on one line; spaces stay places to break a line at. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/gu, '\\$&');
}

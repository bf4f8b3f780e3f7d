/** Signs of symbol fonts that papers use as bullets and boxes; others stay the private characters that they are. */
const symbols: Readonly<Record<string, string | undefined>> = {
  F0B7: '•',
  F0A7: '▪',
  F0D8: '➢',
  F0FC: '✓',
  F0FE: '☒',
  F06F: '☐',
  F0A8: '☐',
  F0E0: '→',
};

/** The sign that a character of a symbol font is, by its code in hexadecimal; empty for none. */
export function symbolOf(hex: string): string {
  const code = Number.parseInt(hex, 16);
  if (!Number.isInteger(code) || code < 32 || code > 0xffff) return '';
  return (
    symbols[hex.toUpperCase()] ??
    symbols[`F0${hex.slice(-2).toUpperCase()}`] ??
    String.fromCharCode(code)
  );
}

/** The named references that stand for marks and blanks which folding makes one of, and for what Markdown has to escape. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  emsp: '\u2003',
  ensp: '\u2002',
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  minus: '−',
  nbsp: '\u00a0',
  ndash: '–',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  rsquo: '’',
  shy: '\u00ad',
  thinsp: '\u2009',
  zwj: '\u200d',
  zwnj: '\u200c',
};

const reference = /&(?:(?<name>[a-z]{2,6})|#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6}));/iuy;

/** The character that a reference at an offset stands for (CommonMark 6.2), and where it ends; null if there is none that is known. */
export function characterReferenceAt(
  source: string,
  at: number,
): { readonly character: string; readonly end: number } | null {
  reference.lastIndex = at;
  const groups = reference.exec(source)?.groups;
  if (groups === undefined) return null;
  const { name, decimal, hex } = groups;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const character = name === undefined ? characterOfCode(code) : named[name];
  return character === undefined ? null : { character, end: reference.lastIndex };
}

/** A character of the basic plane, which is one code unit. */
function characterOfCode(code: number): string | undefined {
  return code > 0 && code < 0xd800 ? String.fromCharCode(code) : undefined;
}

/** What stands in a dictionary itself, as written: without its strings and the dictionaries within it. */
export function ownEntries(dictionary: string): string {
  let own = '';
  let depth = 0;
  let from = 0;
  for (let at = 0; at < dictionary.length; at += 1) {
    const sign = dictionary.charAt(at);
    const isPair = dictionary.charAt(at + 1) === sign;
    const opens = sign === '<' && isPair;
    const closes = sign === '>' && isPair;
    if (!opens && !closes && sign !== '(' && sign !== '<') continue;
    if (depth === 1) own += dictionary.slice(from, at);
    if (opens || closes) {
      depth += opens ? 1 : -1;
      at += 1;
      if (depth <= 0) break;
    } else at = endOfString(dictionary, at);
    from = at + 1;
  }
  return own;
}

/** Where a string that begins at a place ends: at its last sign, or at the end of the text. */
function endOfString(text: string, start: number): number {
  if (text.charAt(start) === '<') {
    const end = text.indexOf('>', start);
    return end < 0 ? text.length : end;
  }
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** The name that a dictionary gives as its type; empty if it gives none. */
export function typeOf(entries: string): string {
  return /\/Type\s*\/(\w+)/.exec(entries)?.[1] ?? '';
}

/** The number of an entry; null if there is none or it stands in another object. */
export function numberAt(entries: string, key: string): number | null {
  const found = new RegExp(`/${key}\\s+(\\d{1,9})(?!\\d|\\s+\\d+\\s+R)`).exec(entries);
  return found === null ? null : Number(found[1]);
}

/** The objects that an entry refers to, one or a list. */
export function referencesAt(entries: string, key: string): number[] {
  const list = new RegExp(`/${key}\\s*(?:\\[([^\\]]*)\\]|(\\d+\\s+\\d+\\s+R))`).exec(entries);
  const written = list?.[1] ?? list?.[2] ?? '';
  return [...written.matchAll(/(\d{1,9})\s+\d+\s+R/g)].map(([, number]) => Number(number));
}

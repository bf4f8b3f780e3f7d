/** A paper is searched for a name in its first so many characters. */
const reach = 2_000_000;

/**
 * A name that a byline prints in capitals, as the paper writes it elsewhere; as it is if it has small
 * letters or stands nowhere else.
 */
export function writtenName(name: string, text: string): string {
  if (!/\s/u.test(name) || name !== name.toUpperCase()) return name;
  const words = name.split(/\s+/u).map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const printed = new RegExp(`(?<!\\p{L})${words.join('\\s+')}(?!\\p{L})`, 'giu');
  for (const [found] of text.slice(0, reach).matchAll(printed))
    if (found !== found.toUpperCase()) return found.replace(/\s+/gu, ' ');
  return name;
}

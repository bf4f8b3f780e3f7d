import type { Font } from './pageText.ts';
import type { RawFont } from '../source/pageContent.ts';

/** "ABCDEF+" before the name of a font that is embedded in part. */
const SUBSET = /^[A-Z]{6}\+/;
const BOLD = /bold|black|heavy|(?:^|[-, ])(?:bd|demi|semi)|[-,](?:b|bi)(?:mt)?$/i;
const ITALIC = /italic|oblique|(?:^|[-, ])it(?:$|[^a-z])|ital\b|[-,]bi?i(?:mt)?$/i;
const SYMBOLS = /symbol|wingding|webding|dingbat|bullet|marlett|fontawesome|icon/i;
const MONOSPACE = /courier|mono|consolas|menlo|typewriter|fixed/i;

/** What the name of a font says about it. */
export function fontOf(raw: RawFont | undefined): Font {
  const name = (raw?.name ?? '').replace(SUBSET, '');
  return {
    name,
    isBold: BOLD.test(name),
    isItalic: ITALIC.test(name),
    isMonospace: MONOSPACE.test(name) || raw?.fontFamily === 'monospace',
    isSymbol: SYMBOLS.test(name),
    isUnmapped: raw?.isUnmapped === true && raw.isSymbolic === true,
  };
}

import type { Token } from 'markdown-it';
import type { Chunk } from '../chunks.ts';
import { sourceOf } from '../tokens.ts';
import { footnoteOf } from './footnoteTokens.ts';

/** Chunks of a text. */
interface Piece {
  readonly text: string;
  readonly chunks: readonly Chunk[];
}

/** A token that defines something for the whole text, or is counted through it. */
interface Named {
  readonly token: Token;
  readonly name: string;
}

/**
 * Gives the notes and references to them in `fresh` the numbers that those in `old` have. False where the two
 * differ in what they define or refer to, so that numbers and definitions of the whole text may change.
 */
export function takeNumbers(old: Piece, fresh: Piece): boolean {
  const before = namedIn(old);
  const after = namedIn(fresh);
  if (before.length !== after.length) return false;
  if (after.some(({ name }, index) => name !== before[index]?.name)) return false;
  after.forEach(({ token }, index) => {
    const known = before[index]?.token;
    if (known === undefined || token.type === 'reference_definition') return;
    const { number, occurrence } = footnoteOf(known);
    token.meta = { ...token.meta, number, occurrence };
  });
  return true;
}

function namedIn({ text, chunks }: Piece): readonly Named[] {
  return chunks.flatMap(({ start, origin, tokens }) => {
    const named: Named[] = [];
    const visit = (token: Token): void => {
      if (token.type === 'footnote_open' || token.type === 'footnote_ref')
        named.push({ token, name: `${token.type} ${footnoteOf(token).label}` });
      else if (token.type === 'reference_definition') {
        const range = sourceOf(token).range ?? { start: 0, end: 0 };
        const by = start - origin;
        named.push({ token, name: text.slice(range.start + by, range.end + by) });
      }
      token.children?.forEach(visit);
    };
    tokens.forEach(visit);
    return named;
  });
}

import type { StatedFact } from '../document/paperDocument.ts';
import type { FormBlock } from '../reading.ts';
import type { RoleRule } from './claims.ts';

/** The title stands among this many blocks that are not site text, at most. */
const reach = 60;
/** What parts a title from the name of its site in a statement about a page. */
const joint = /\s*(?:[|»·•]|\s[-–—:]|:)\s/u;

/** Claims as the title the heading, else the line, that is printed as the file states its title. */
export function statedTitleRule(facts: readonly StatedFact[]): RoleRule {
  const titles = facts
    .filter(({ field }) => field === 'title')
    .toSorted((one, other) => other.trust - one.trust);
  return ({ blocks }) => {
    const near = blocks
      .flatMap((block, index) =>
        block.siteText === undefined && (block.kind === 'heading' || block.kind === 'paragraph')
          ? [{ ...block, index }]
          : [],
      )
      .slice(0, reach);
    for (const { text, from } of titles) {
      const rank = (block: FormBlock): number =>
        2 * titleMatch(block.text, text) + (block.kind === 'heading' ? 1 : 0);
      const found = near
        .filter((block) => titleMatch(block.text, text) > 0)
        .toSorted((one, other) => rank(other) - rank(one))[0];
      if (found === undefined) continue;
      const evidence = `the title by ${from}`;
      return [{ block: found.index, role: 'title', confidence: 0.96, evidence }];
    }
    return [];
  };
}

/**
 * How well a printed line is what a statement says, which may name the site before or behind it: 2 for the
 * same words, 1 for a part of them, 0 for others.
 */
export function titleMatch(printed: string, stated: string): 0 | 1 | 2 {
  const [line, whole] = [compared(printed), compared(stated)];
  if (line === '') return 0;
  if (line === whole) return 2;
  return isPart(line, whole, stated) ? 1 : 0;
}

function isPart(line: string, whole: string, stated: string): boolean {
  // "Policy Brief 12: A title" is printed, and "A title" stated.
  if (line.length > whole.length)
    return (
      whole.length >= 12 && whole.length >= line.length / 2 && ` ${line} `.includes(` ${whole} `)
    );
  const parts = stated.split(joint).map(compared);
  return (
    line.length >= 8 && (parts[0] === line || parts.at(-1) === line || startsWith(stated, line))
  );
}

/** "A title: its subtitle | site": the printed line may hold joints of its own. */
function startsWith(stated: string, line: string): boolean {
  const pieces = stated.split(joint);
  return pieces.some((_, at) => {
    const rest = compared(pieces.slice(0, at + 1).join(' '));
    const end = compared(pieces.slice(at).join(' '));
    return rest === line || end === line;
  });
}

/** A line as titles are compared. */
function compared(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/&/gu, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

import type { FormBlock } from '../reading.ts';
import type { Claim, RoleRule } from './claims.ts';

const notesHeading =
  /^(?:foot-?notes?|end-?notes?|notes(?: and references)?|anmerkungen|fußnoten|endnoten|notes de bas de page|notas(?: al pie)?)$/u;
const referencesHeading =
  /^(?:references?|bibliography|works cited|(?:main|selected|select|key) (?:references|bibliography|sources)|sources|further reading|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|bibliographie|références(?: bibliographiques)?|bibliografía|referencias(?: bibliográficas)?|fuentes)$/u;

const noteMark = /\\?\[\^[^\]\s]{1,20}\\?\]/uy;

/**
 * Claims notes and references: what stands under a heading for them, and notes that were typed by
 * hand, with an escaped mark or as a run of "[1] …" paragraphs.
 */
export const footnotesRule: RoleRule = ({ text, blocks }) => {
  const claims: Claim[] = [];
  let under: {
    readonly role: 'footnote' | 'reference';
    readonly level: number;
    readonly words: string;
  } | null = null;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      const words = block.text
        .toLowerCase()
        .replace(/^[\divx]{1,4}[.)]\s+/u, '')
        .replace(/[\s:]+$/u, '');
      const role = notesHeading.test(words)
        ? 'footnote'
        : referencesHeading.test(words)
          ? 'reference'
          : null;
      if (role !== null) under = { role, level: block.level, words: block.text };
      else if (under !== null && block.level <= under.level) under = null;
      continue;
    }
    if (block.kind === 'definition' && /^\s*\[[^\]\n]+\]:/u.test(sourceOf(text, block)))
      claims.push({
        block: index,
        role: 'metadata',
        confidence: 0.9,
        evidence: 'address of a link',
      });
    else if (under !== null && isEntry(block))
      claims.push({
        block: index,
        role: under.role,
        confidence: 0.9,
        evidence: `under “${under.words}”`,
      });
    else if (beginsWithMark(text, block))
      claims.push({
        block: index,
        role: 'footnote',
        confidence: 0.9,
        evidence: 'a typed note mark',
      });
  }
  return [...claims, ...typedNotes(blocks)];
};

function sourceOf(text: string, { range }: FormBlock): string {
  return text.slice(range.start, Math.min(range.end, range.start + 60));
}

function beginsWithMark(text: string, { range }: FormBlock): boolean {
  noteMark.lastIndex = range.start;
  return noteMark.test(text);
}

function isEntry({ kind, text }: FormBlock): boolean {
  return text !== '' && (kind === 'paragraph' || kind === 'listItem' || kind === 'quote');
}

/** Paragraphs "[1] …", "[2] …" that count up by one. */
function typedNotes(blocks: readonly FormBlock[]): readonly Claim[] {
  const runs: number[][] = [];
  let expected = 1;
  for (const [index, block] of blocks.entries()) {
    const number = Number(/^\[(\d{1,3})\]\s+\S/u.exec(block.text)?.[1] ?? Number.NaN);
    if (number === expected && isEntry(block)) {
      if (number === 1) runs.push([]);
      runs.at(-1)?.push(index);
      expected += 1;
    } else if (isEntry(block)) expected = 1;
  }
  return runs
    .filter((run) => run.length >= 2)
    .flat()
    .map((block) => ({
      block,
      role: 'footnote',
      confidence: 0.9,
      evidence: 'a run of typed notes',
    }));
}

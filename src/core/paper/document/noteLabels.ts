import type { DocumentBlock, Inline } from './paperDocument.ts';

/** A note as it is counted and as its mark is printed. */
export interface NoteLabel {
  /** Notes are numbered as the text refers to them; the others behind these. */
  readonly number: number;
  /** "12", "iv", "*": what the text prints, without brackets. */
  readonly mark: string;
}

/** The notes of a document by their labels. */
export function noteLabels(blocks: readonly DocumentBlock[]): ReadonlyMap<string, NoteLabel> {
  const marks = new Map<string, string>();
  const notes = new Set<string>();
  const rest: (DocumentBlock | readonly Inline[])[] = [...blocks].reverse();
  // A list of what is left instead of recursion: sources nest as deep as they like.
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (isLine(next)) {
      for (const inline of next)
        if (inline.type === 'noteMark' && !marks.has(inline.label))
          marks.set(inline.label, bareMark(inline.text));
      continue;
    }
    if (next.type === 'note') notes.add(next.label);
    const inside = contentOf(next);
    for (let at = inside.length - 1; at >= 0; at -= 1) rest.push(inside[at] ?? []);
  }
  const referred = [...marks.keys()].filter((label) => notes.has(label));
  const others = [...notes].filter((label) => !marks.has(label));
  return new Map(
    [...referred, ...others].map((label, index) => {
      const mark = marks.get(label) ?? '';
      return [label, { number: index + 1, mark: mark === '' ? bareMark(label) : mark }];
    }),
  );
}

function isLine(next: DocumentBlock | readonly Inline[]): next is readonly Inline[] {
  return Array.isArray(next);
}

function contentOf(block: DocumentBlock): readonly (DocumentBlock | readonly Inline[])[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.content];
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks);
    case 'quote':
    case 'note':
      return block.blocks;
    case 'table':
      return block.rows.flatMap((row) => row.map(({ content }) => content));
    case 'preformatted':
    case 'rule':
    case 'page':
      return [];
  }
}

/** A mark without the brackets and blanks around it. */
export function bareMark(text: string): string {
  return text
    .trim()
    .replace(/^[[(]\s*|\s*[\])]$/gu, '')
    .trim();
}

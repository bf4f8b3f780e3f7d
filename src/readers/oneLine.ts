import type { DocumentBlock, Inline } from '../core/paper/document/paperDocument.ts';

/** What blocks say in one line, as a cell of a table holds it: each block behind a break. */
export function oneLine(blocks: readonly DocumentBlock[]): readonly Inline[] {
  const lines = blocks.flatMap(linesOf).filter((line) => line.length > 0);
  return lines.flatMap((line, index): readonly Inline[] =>
    index === 0 ? line : [{ type: 'break' }, ...line],
  );
}

function linesOf(block: DocumentBlock): readonly (readonly Inline[])[] {
  switch (block.type) {
    case 'heading':
      return [block.content.map(strong)];
    case 'paragraph':
      return [block.content];
    case 'preformatted':
      return block.text.split('\n').map((text): readonly Inline[] => [{ type: 'text', text }]);
    case 'list':
      return block.items.flatMap(({ marker, blocks }) => {
        const [first = [], ...rest] = blocks.flatMap(linesOf);
        return [[{ type: 'text', text: `${marker ?? '•'} ` } as const, ...first], ...rest];
      });
    case 'quote':
    case 'note':
      return block.blocks.flatMap(linesOf);
    case 'table':
      return block.rows.map((row) =>
        row.flatMap(({ content }, index): readonly Inline[] =>
          index === 0 ? content : [{ type: 'text', text: ' ' }, ...content],
        ),
      );
    case 'rule':
      return [];
    case 'page':
      return [[{ type: 'page', page: block.page }]];
  }
}

function strong(inline: Inline): Inline {
  if (inline.type !== 'text') return inline;
  const { marks = [] } = inline;
  return marks.includes('strong') ? inline : { ...inline, marks: [...marks, 'strong'] };
}

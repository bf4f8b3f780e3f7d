import type {
  DocumentBlock,
  Inline,
  PaperDocument,
} from '../../src/core/paper/document/paperDocument.ts';

/**
 * A document in a form that is easily read in a test: one line for each block, indented in lists and
 * notes. `[why]` is before site text, `<cue>` before what has a cue, `{2}` where the second page begins.
 */
export function shownDocument({ blocks }: PaperDocument): string[] {
  return blocks.flatMap((block) => shownBlock(block));
}

function shownBlock(block: DocumentBlock): string[] {
  const about = `${block.siteText === undefined ? '' : `[${block.siteText}] `}${block.cue === undefined ? '' : `<${block.cue}> `}`;
  switch (block.type) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${about}${shownInlines(block.content)}`];
    case 'paragraph':
      return [`${about}${shownInlines(block.content)}`];
    case 'list':
      return block.items.flatMap(({ marker, blocks }) => {
        const [first = '', ...rest] = blocks.flatMap((each) => shownBlock(each));
        return [`${about}${marker ?? '•'} ${first}`, ...rest.map((line) => `  ${line}`)];
      });
    case 'table':
      return block.rows.map(
        (row) =>
          `${about}| ${row.map(({ content }) => shownInlines(content)).join(' | ')}${row.some(({ isHeader }) => isHeader) ? ' (head)' : ''}`,
      );
    case 'note':
      return block.blocks
        .flatMap((each) => shownBlock(each))
        .map((line) => `note ${block.label}: ${line}`);
    case 'page':
      return [`{${block.page + 1}}`];
    case 'quote':
      return block.blocks.flatMap((each) => shownBlock(each)).map((line) => `> ${line}`);
    case 'preformatted':
      return block.text.split('\n');
    case 'rule':
      return ['---'];
  }
}

function shownInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'noteMark') return `[^${inline.label}]`;
      return inline.type === 'page' ? `{${inline.page + 1}}` : '';
    })
    .join('');
}

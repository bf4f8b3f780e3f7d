import assert from 'node:assert/strict';
import type { DocumentBlock, Inline } from '../../../src/core/paper/document/paperDocument.ts';
import { column, type MadeLink, type MadePage } from '../../support/madeContent.ts';
import { madePdf } from '../../support/madePdf.ts';
import { readDocumentOf } from '../../support/readMadePdf.ts';
import { shownDocument } from '../../support/shownDocument.ts';

function inlinesIn(blocks: readonly DocumentBlock[]): readonly Inline[] {
  return blocks.flatMap((block) => {
    if (block.type === 'list') return block.items.flatMap((item) => inlinesIn(item.blocks));
    return 'content' in block ? block.content : [];
  });
}

function allBlocks(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  return blocks.flatMap((block) =>
    block.type === 'list'
      ? [block, ...block.items.flatMap((item) => allBlocks(item.blocks))]
      : [block],
  );
}

/** What links say, with the address or the beginning of the block that each leads to. */
async function linksIn(pages: readonly MadePage[]): Promise<(readonly [string, string])[]> {
  const { blocks } = await readDocumentOf(madePdf(pages));
  const all = allBlocks(blocks);
  return inlinesIn(blocks).flatMap((inline) => {
    if (inline.type !== 'text' || inline.href === undefined) return [];
    const { href, text } = inline;
    const target = all.find(({ id }) => href === `#${id ?? ''}`);
    const [shown = 'nowhere'] = href.startsWith('#')
      ? shownDocument({ blocks: target ? [target] : [], facts: [], pageLabels: [], problems: [] })
      : [href];
    return [[text.trim(), shown.slice(0, 24)] as const];
  });
}

describe('links of a PDF', () => {
  const first = (...links: readonly MadeLink[]): MadePage => [
    ...column(['See the part on floods.', 'All councils agree on that.'], { x: 60, y: 100 }),
    ...links,
  ];
  const second: MadePage = [
    ...column(['Floods'], { x: 60, y: 100, size: 16, font: 'bold' }),
    ...column(['Rivers carry less water in summer than they did.'], { x: 60, y: 130 }),
    ...column(['They carry more of it in a few days of spring.'], { x: 60, y: 170 }),
    ...column(['• read the gauges', '• tell the neighbours'], { x: 60, y: 200, leading: 16 }),
  ];
  const at = (y: number) => first({ x: 82, y: 100, width: 60, to: { page: 1, y } });

  it('lead within the paper to the heading, paragraph or item at the place that they name', async () => {
    assert.deepEqual(await linksIn([at(84), second]), [['the part on', '# Floods']]);
    assert.deepEqual(await linksIn([at(118), second]), [
      ['the part on', 'Rivers carry less water '],
    ]);
    assert.deepEqual(await linksIn([at(160), second]), [
      ['the part on', 'They carry more of it in'],
    ]);
    assert.deepEqual(await linksIn([at(208), second]), [['the part on', 'tell the neighbours']]);
  });

  it('lead nowhere where nothing stands below their place, or there is no such page', async () => {
    assert.deepEqual(await linksIn([at(700), second]), []);
    assert.deepEqual(
      await linksIn([first({ x: 82, y: 100, width: 60, to: { page: 40, y: 0 } })]),
      [],
    );
  });

  it('lead to one paragraph where it runs over two pages', async () => {
    const open = column(
      ['Rivers in the region carry less water in summer than they did', 'a generation ago, and it'],
      { x: 60, y: 140 },
    );
    const rest = column(['comes in a few days of spring.'], { x: 60, y: 100 });
    const pages = [
      [
        ...first(
          { x: 82, y: 100, width: 60, to: { page: 0, y: 130 } },
          { x: 60, y: 112, width: 44, to: { page: 1, y: 0 } },
        ),
        ...open,
      ],
      rest,
    ];
    const [one, two] = await linksIn(pages);
    assert.deepEqual(
      [one?.[1], two?.[1]],
      ['Rivers in the region car', 'Rivers in the region car'],
    );
  });

  it('lead out of it by addresses of the web and of mail only', async () => {
    const to = (address: string) => linksIn([first({ x: 82, y: 100, width: 60, to: address })]);
    assert.deepEqual(await to('https://rivers.example/'), [
      ['the part on', 'https://rivers.example/'],
    ]);
    assert.deepEqual(await to('mailto:gauge@rivers.example'), [
      ['the part on', 'mailto:gauge@rivers.exam'],
    ]);
    for (const unsafe of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,hi',
      '#1/2/3',
    ])
      assert.deepEqual(await to(unsafe), [], unsafe);
  });
});

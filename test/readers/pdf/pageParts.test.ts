import assert from 'node:assert/strict';
import type { MadePage } from '../../support/madeContent.ts';
import { column } from '../../support/madeContent.ts';
import { madePdf } from '../../support/madePdf.ts';
import { readDocumentOf, readMade } from '../../support/readMadePdf.ts';
import { head, prose, proseText } from '../../support/madeProse.ts';

describe('notes of a PDF', () => {
  const page: MadePage = [
    ...prose(60, 100),
    { text: 'Councils agree on that', x: 60, y: 140 },
    { text: '1', x: 165, y: 136, size: 6 },
    { text: 'and on little else.', x: 175, y: 140 },
    ...column(['1'], { x: 60, y: 690, size: 6 }),
    ...column(['Survey of eleven councils, held in the spring', 'before the last flood.'], {
      x: 68,
      y: 694,
      size: 8,
      leading: 10,
    }),
  ];

  it('are tied to their marks', async () => {
    assert.deepEqual((await readMade([page])).slice(2), [
      'Councils agree on that[^1] and on little else.',
      'note 1: Survey of eleven councils, held in the spring before the last flood.',
    ]);
  });

  it('have labels of their own on pages that count anew', async () => {
    const read = await readMade([page, page]);
    assert.deepEqual(
      read
        .filter((block) => block.includes('[^') || block.startsWith('note'))
        .map((block) => block.slice(0, 30)),
      [
        'Councils agree on that[^1] and',
        'note 1: Survey of eleven counc',
        'Councils agree on that[^1-p2] ',
        'note 1-p2: Survey of eleven co',
      ],
    );
  });
});

describe('contents of a PDF', () => {
  it('lead to the headings that they name', async () => {
    const contents = column(
      [
        'Floods ........................ 2',
        'Droughts ...................... 2',
        'Treaties ...................... 2',
      ],
      { x: 60, y: 100, leading: 16 },
    );
    const text = [
      ...head('Floods', 60, 14),
      ...prose(60, 80),
      ...head('Droughts', 120, 14),
      ...prose(60, 140),
      ...head('Treaties', 180, 14),
      ...prose(60, 200),
    ];
    const { blocks } = await readDocumentOf(madePdf([contents, text]));
    const list = blocks.find(({ cue }) => cue === 'contents');
    assert.ok(list?.type === 'list');
    const [first] = list.items[1]?.blocks ?? [];
    assert.ok(first?.type === 'paragraph');
    const [link] = first.content;
    const target = blocks.find(({ id }) => link?.type === 'text' && `#${id ?? ''}` === link.href);
    assert.deepEqual(
      target?.type === 'heading' &&
        target.content.map((inline) => inline.type === 'text' && inline.text),
      ['Droughts'],
    );
  });
});

describe('tables of a PDF', () => {
  it('have the cells that stand over each other as columns', async () => {
    const rows = [
      ['River', 'Gauges', 'Floods'],
      ['Aune', '12', '3'],
      ['Bresk', '7', '11'],
      ['Corr', '9', '4'],
    ];
    const page = rows.flatMap((row, at) =>
      row.map((text, cell) => ({
        text,
        x: 60 + 120 * cell,
        y: 100 + 14 * at,
        font: at === 0 ? ('bold' as const) : ('regular' as const),
      })),
    );
    assert.deepEqual(await readMade([page]), [
      '{1}',
      '| River | Gauges | Floods (head)',
      '| Aune | 12 | 3',
      '| Bresk | 7 | 11',
      '| Corr | 9 | 4',
    ]);
  });
});

describe('scripts of a PDF', () => {
  it('are read from the right, and without spaces between lines, where they are written so', async () => {
    const page: MadePage = [
      { text: '\u05e0\u05d4\u05e8', x: 300, y: 100, font: 'any' },
      { text: '\u05de\u05d9\u05dd', x: 240, y: 100, font: 'any' },
      { text: '水は共有の財産', x: 60, y: 200, font: 'any' },
      { text: 'である。', x: 60, y: 214, font: 'any' },
    ];
    const read = await readMade([page]);
    // pdf.js turns right-to-left text as drawn into the order in which it is read.
    assert.deepEqual(read, [
      '{1}',
      '\u05e8\u05d4\u05e0 \u05dd\u05d9\u05de',
      '水は共有の財産である。',
    ]);
  });

  it('are read as words where letters are set apart', async () => {
    const page = [
      ...column(['S H A R E D   W A T E R'], { x: 60, y: 60, size: 18, font: 'bold' }),
      ...prose(60, 100),
    ];
    assert.deepEqual(await readMade([page]), ['{1}', '# <title> SHARED WATER', proseText]);
  });
});

import assert from 'node:assert/strict';
import type { MadePage } from '../../support/madePdf.ts';
import { column, madePdf } from '../../support/madePdf.ts';
import { readDocumentOf, readMade } from '../../support/readMadePdf.ts';

const prose = (x: number, y: number) =>
  column(
    [
      'Rivers in the region carry less water in summer than they did',
      'a generation ago, and more of it in a few days of spring.',
    ],
    { x, y },
  );
const joined =
  'Rivers in the region carry less water in summer than they did a generation ago, and more of it in a few days of spring.';
const head = (text: string, y: number, size: number) =>
  column([text], { x: 60, y, size, font: 'bold' });

describe('headings of a PDF', () => {
  it('have levels by size, weight and number', async () => {
    const page = [
      ...head('Sharing five rivers', 60, 24),
      ...head('1 What is known', 100, 14),
      ...prose(60, 120),
      ...head('1.1 Floods', 165, 11),
      ...prose(60, 180),
      ...head('1.2 Droughts', 225, 11),
      ...prose(60, 240),
      ...head('1.2.1 Summer', 285, 11),
      ...prose(60, 300),
      ...head('2 What is to be done', 345, 14),
      ...prose(60, 365),
    ];
    assert.deepEqual(
      (await readMade([page])).filter((block) => block.startsWith('#')),
      [
        '# <title> Sharing five rivers',
        '## 1 What is known',
        '### 1.1 Floods',
        '### 1.2 Droughts',
        '#### 1.2.1 Summer',
        '## 2 What is to be done',
      ],
    );
  });

  it('are what the outline names, in plain letters too', async () => {
    const page = [
      ...column(['Floods and their causes'], { x: 60, y: 100 }),
      ...prose(60, 130),
      ...column(['Droughts'], { x: 60, y: 180 }),
      ...prose(60, 210),
    ];
    const outline = [
      { title: 'Floods and their causes', page: 0 },
      { title: 'Droughts', page: 0 },
    ];
    assert.deepEqual(await readMade([page], { outline }), [
      '{1}',
      '# Floods and their causes',
      joined,
      '# Droughts',
      joined,
    ]);
  });

  it('are not captions, dates, bullets or sentences in bold', async () => {
    const page = [
      ...column(['Table 1. Gauges by river'], { x: 60, y: 60, font: 'bold' }),
      ...column(['3 May 2031'], { x: 60, y: 90, font: 'bold' }),
      ...column(['We ask all towns to read their gauges daily.'], { x: 60, y: 120, font: 'bold' }),
      ...prose(60, 150),
    ];
    assert.deepEqual(
      (await readMade([page])).filter((block) => block.startsWith('#')),
      [],
    );
  });
});

describe('lists of a PDF', () => {
  it('have items that run over lines, and items within items', async () => {
    const page = [
      ...column(['The treaty has three parts:'], { x: 60, y: 100 }),
      ...column(['•', '•', '•'], { x: 70, y: 120, leading: 36 }),
      ...column(['a gauge that all councils on the river', 'can read at any time;'], {
        x: 84,
        y: 120,
      }),
      ...column(['a fund for towns without water;'], { x: 84, y: 156 }),
      ...column(['–', '–'], { x: 100, y: 168 }),
      ...column(['paid for by all', 'spent by none alone'], { x: 112, y: 168 }),
      ...column(['a place to meet.'], { x: 84, y: 192 }),
    ];
    assert.deepEqual(await readMade([page]), [
      '{1}',
      'The treaty has three parts:',
      '• a gauge that all councils on the river can read at any time;',
      '• a fund for towns without water;',
      '  • paid for by all',
      '  • spent by none alone',
      '• a place to meet.',
    ]);
  });

  it('have numbers as printed, and years at the start of a line are none', async () => {
    const page = [
      ...column(
        [
          '1. Read the gauges every morning.',
          '2. Tell the neighbours before noon.',
          '10. Meet once a year.',
        ],
        { x: 60, y: 100, leading: 18 },
      ),
      ...column(
        [
          'The first treaty on these rivers was signed in the year of',
          '12. It held for a decade and was then forgotten by everyone.',
        ],
        { x: 60, y: 170 },
      ),
    ];
    assert.deepEqual(await readMade([page]), [
      '{1}',
      '1. Read the gauges every morning.',
      '2. Tell the neighbours before noon.',
      '10. Meet once a year.',
      'The first treaty on these rivers was signed in the year of 12. It held for a decade and was then forgotten by everyone.',
    ]);
  });

  it('have signs of symbol fonts as bullets', async () => {
    const page = [
      ...column(['n', 'n'], { x: 60, y: 100, font: 'symbol', leading: 14 }),
      ...column(['Read the gauges.', 'Share what they say.'], { x: 76, y: 100, leading: 14 }),
    ];
    assert.deepEqual(await readMade([page]), [
      '{1}',
      '• Read the gauges.',
      '• Share what they say.',
    ]);
  });
});

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
    assert.deepEqual(await readMade([page]), ['{1}', '# <title> SHARED WATER', joined]);
  });
});

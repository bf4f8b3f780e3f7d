import assert from 'node:assert/strict';
import { column } from '../../support/madeContent.ts';
import { readMade } from '../../support/readMadePdf.ts';
import { head, prose, proseText } from '../../support/madeProse.ts';

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
      proseText,
      '# Droughts',
      proseText,
    ]);
  });

  it('are not the author whom the file states', async () => {
    const page = [
      ...head('Sharing five rivers', 60, 24),
      ...prose(60, 90),
      ...head('Floods', 130, 14),
      ...prose(60, 150),
      ...head('Ines Calloway', 200, 11),
      ...prose(60, 215),
    ];
    const headings = async (author: string) =>
      (await readMade([page], { info: { Author: author } })).filter((each) => each.startsWith('#'));
    assert.deepEqual(await headings('Ines Calloway'), [
      '# <title> Sharing five rivers',
      '## Floods',
    ]);
    assert.equal((await headings('Peter Brandt')).length, 3);
  });

  it('are not captions below a number of their own', async () => {
    const numbered = (number: string, caption: string, y: number) => [
      ...column([number], { x: 60, y }),
      ...column([caption], { x: 60, y: y + 12, size: 12, font: 'bold' }),
    ];
    const page = [
      ...head('Gauges by river', 60, 14),
      ...prose(60, 80),
      ...numbered('Table 1.', 'Gauges that were read in spring', 140),
      ...numbered('Figure 2', 'Gauges that were read in autumn', 190),
      ...numbered('Table 3. Gauges by river', 'Who reads gauges', 240),
      ...prose(60, 270),
      ...column(['Figure 4.'], { x: 60, y: 330 }),
      ...head('Who pays for gauges', 380, 12),
      ...prose(60, 400),
    ];
    assert.deepEqual(
      (await readMade([page])).filter((block) => block.startsWith('#')),
      ['# <title> Gauges by river', '## Who reads gauges', '## Who pays for gauges'],
    );
  });

  it('are not the letterhead of a memo, nor what a pen or a stamp left', async () => {
    const memo = (labels: readonly string[]) => [
      ...column(['Memorandum'], { x: 300, y: 50, size: 28, font: 'bold' }),
      ...column(['Ministry of Water'], { x: 60, y: 90, size: 16, font: 'bold' }),
      ...labels.flatMap((label, at) => column([label], { x: 60, y: 130 + 24 * at })),
      ...prose(60, 200),
      ...column(['~7 ~rol~Zc'], { x: 300, y: 240, size: 14 }),
      ...head('Gauges', 270, 11),
      ...prose(60, 290),
    ];
    const headings = async (labels: readonly string[]) =>
      (await readMade([memo(labels)])).filter((block) => block.startsWith('#'));
    assert.deepEqual(await headings(['From: The deputy', 'Subject: Gauges']), ['# Gauges']);
    assert.deepEqual(await headings(['From: The deputy', 'For: All']), [
      '# Memorandum',
      '## Ministry of Water',
      '### Gauges',
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

  it('have bullets that are drawn', async () => {
    const page = [
      { x: 66, y: 96.5, radius: 1.8 },
      { x: 66, y: 110.5, radius: 1.8 },
      ...column(['Read the gauges.', 'Share what they say.'], { x: 76, y: 100, leading: 14 }),
    ];
    assert.deepEqual(await readMade([page]), [
      '{1}',
      '• Read the gauges.',
      '• Share what they say.',
    ]);
  });
});

import assert from 'node:assert/strict';
import type { MadePage } from '../../support/madeContent.ts';
import { column } from '../../support/madeContent.ts';
import { readMade } from '../../support/readMadePdf.ts';

const left = [
  'Rivers in the region carry less water in',
  'summer than they did a generation ago,',
  'and more of it in a few days of spring.',
  'Towns along them plan for both. Each of',
  'them has plans of its own so far, which',
];
const right = [
  'differ in what they count as a drought.',
  'A shared gauge would cost less than one',
  'week without water. It needs a treaty of',
  'two pages, a hut at the river, and the',
  'will to believe what a neighbour reads.',
];
const joined = [...left, ...right].join(' ');

describe('columns of a PDF', () => {
  it('are read one after the other, and a sentence goes on from one to the next', async () => {
    const page = [...column(left, { x: 60, y: 100 }), ...column(right, { x: 320, y: 100 })];
    assert.deepEqual(await readMade([page]), ['{1}', joined]);
  });

  it('are read below what is printed across them', async () => {
    const page = [
      ...column(['Water in common: five rivers, one treaty'], {
        x: 60,
        y: 60,
        size: 20,
        font: 'bold',
      }),
      ...column(left, { x: 60, y: 100 }),
      ...column(right, { x: 320, y: 100 }),
    ];
    assert.deepEqual(await readMade([page]), [
      '{1}',
      '# <title> Water in common: five rivers, one treaty',
      joined,
    ]);
  });

  it('can be three', async () => {
    const narrow = (words: string) => words.split('|');
    const page = [
      ...column(
        narrow(
          'The first column tells|what rivers do when it|rains, and for whom it|matters most of all.',
        ),
        { x: 40, y: 100 },
      ),
      ...column(
        narrow(
          'The second says what|towns can do about it|before the water comes|and after it has gone.',
        ),
        { x: 230, y: 100 },
      ),
      ...column(
        narrow(
          'The third column asks|who shall pay for that|and whether there is a|fair way to share it.',
        ),
        { x: 420, y: 100 },
      ),
    ];
    const [, ...blocks] = await readMade([page]);
    assert.deepEqual(
      blocks.map((block) => block.slice(0, 10)),
      ['The first ', 'The second', 'The third '],
    );
  });

  it('are not made of a label and its text, or of the items of a list', async () => {
    const memo: MadePage = [
      ...column(['TO:', 'FROM:', 'DATE:', 'RE:'], { x: 60, y: 100, leading: 20 }),
      ...column(
        [
          'All councils on the river',
          'The office of the treaty',
          '3 May 2031',
          'Gauges that all can read',
        ],
        { x: 140, y: 100, leading: 20 },
      ),
    ];
    const read = await readMade([memo]);
    assert.match(
      read.join(' '),
      /TO:.{1,4}All councils on the river.*RE:.{1,4}Gauges that all can read/,
    );
  });

  it('leave a box between two halves of a sentence whole, behind the sentence', async () => {
    const box = [
      'A gauge is a rule in the water',
      'and a hut beside it, in which',
      'somebody reads it every day.',
    ];
    const page: MadePage = [
      ...column(left, { x: 60, y: 100 }),
      { x: 310, y: 84, width: 230, height: 60 },
      ...column(box, { x: 320, y: 100 }),
      ...column(right, { x: 320, y: 170 }),
    ];
    assert.deepEqual(await readMade([page]), ['{1}', joined, `<box> ${box.join(' ')}`]);
  });
});

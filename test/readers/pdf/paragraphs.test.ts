import assert from 'node:assert/strict';
import { column } from '../../support/madeContent.ts';
import { readMade } from '../../support/readMadePdf.ts';

const body = [
  'Rivers in the region carry less water in summer than they',
  'did a generation ago, and more of it in a few days of spring.',
  'Towns along them plan for both, each town by itself so far.',
];

describe('paragraphs of a PDF', () => {
  it('joins lines, and parts paragraphs by white space', async () => {
    const page = [
      ...column(body, { x: 60, y: 100 }),
      ...column(['What one town stores in spring', 'another lacks.'], { x: 60, y: 150 }),
    ];
    assert.deepEqual(await readMade([page]), [
      '{1}',
      body.join(' '),
      'What one town stores in spring another lacks.',
    ]);
  });

  it('parts paragraphs by the indent of their first lines', async () => {
    const page = column(body, { x: 60, y: 100 }).concat(
      column(['Councils that share a gauge agree on what they see there.'], { x: 74, y: 136 }),
      column(['Those without one argue.'], { x: 60, y: 148 }),
    );
    assert.deepEqual(await readMade([page]), [
      '{1}',
      body.join(' '),
      'Councils that share a gauge agree on what they see there. Those without one argue.',
    ]);
  });

  it('cuts the hyphens of lines and keeps those of words', async () => {
    const lines = [
      'The council asked for a shared gauge, a well-known de-',
      'vice, and for long-term records of the river at the well-',
      'known places. A new device costs less than a flood, the',
      'report says, and the device lasts for twenty years or so.',
    ];
    assert.deepEqual(await readMade([column(lines, { x: 60, y: 100 })]), [
      '{1}',
      'The council asked for a shared gauge, a well-known device, and for long-term records of the river at the well-known places. A new device costs less than a flood, the report says, and the device lasts for twenty years or so.',
    ]);
  });

  it('goes on with a sentence on the next page, around feet, heads and notes', async () => {
    const first = [
      ...column(['Water in common'], { x: 60, y: 40, size: 8 }),
      ...column(body, { x: 60, y: 100 }),
      ...column(['What is stored upstream in a wet year is lacking in the towns'], {
        x: 60,
        y: 150,
      }),
      ...column(['1'], { x: 300, y: 770, size: 8 }),
    ];
    const second = [
      ...column(['Water in common'], { x: 60, y: 40, size: 8 }),
      ...column(['downstream in a dry one.'], { x: 60, y: 100 }),
      ...column(['2'], { x: 300, y: 770, size: 8 }),
    ];
    assert.deepEqual(await readMade([first, second]), [
      '{1}',
      '[running head] Water in common',
      body.join(' '),
      '[page number] 1',
      'What is stored upstream in a wet year is lacking in the towns {2}downstream in a dry one.',
      '[running head] Water in common',
      '[page number] 2',
    ]);
  });

  it('never goes on with a caption, though that begins where another page ends', async () => {
    const caption = (number: number) =>
      column(
        [
          `TABLE ${number}. Gauges that the towns along the river read in`,
          'each of the years, by the kind of gauge and by who paid',
        ],
        { x: 60, y: 300 },
      );
    const read = await readMade([caption(1), caption(2)]);
    assert.deepEqual(
      read.map((block) => block.slice(0, 9)),
      ['{1}', 'TABLE 1. ', '{2}', 'TABLE 2. '],
    );
  });
});

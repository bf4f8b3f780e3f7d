import assert from 'node:assert/strict';
import { describeRange } from '../../../src/core/anchoring/describeRange.ts';
import { compareEditions } from '../../../src/core/annotations/compareEditions.ts';
import { readPaper } from '../../../src/core/paper/readPaper.ts';

const first = `# Sharing the river

## Key points

- Storage covers one dry year.
- The compact sets shares by the mean flow.
- Data are published once a year.

## Background

The compact divides the river between three states by a share of the mean flow. It has never been revised.

In dry years the upstream states keep their share and the lower basin goes short.

A standing commission could publish data, convene ministers and settle disputes early.

Every published plan assumes that two dry years follow each other.
`;

const second = `# Sharing the river, second edition

## Key points

- The compact sets shares by the median flow.
- Data are published once a year.
- A drought reserve is overdue.

## Background

Every published plan assumes that two dry years follow each other.

The compact divides the river between three states by a share of the mean flow. It has never been revised.

A standing commission could publish daily data, convene ministers and settle disputes early.
`;

const paperOf = (text: string) => readPaper(text, { format: 'markdown', name: 'paper.md' });

function annotationOn(words: string) {
  const start = first.indexOf(words);
  return { id: words, target: describeRange(first, start, start + words.length) };
}

describe('compareEditions', () => {
  const annotations = [
    annotationOn('The compact divides the river'),
    annotationOn('Every published plan assumes that two dry years follow each other.'),
    annotationOn('publish data, convene ministers'),
    annotationOn('the upstream states keep their share'),
  ];
  const { annotations: compared, points } = compareEditions(
    paperOf(first),
    paperOf(second),
    annotations,
  );

  it('says of each annotation whether it was kept, moved, changed or lost, and where it is', () => {
    assert.deepEqual(
      compared.map(({ state, anchor }) => [
        state,
        anchor && second.slice(anchor.start, anchor.end),
      ]),
      [
        ['kept', 'The compact divides the river'],
        ['moved', 'Every published plan assumes that two dry years follow each other.'],
        ['changed', 'publish daily data, convene ministers'],
        ['lost', null],
      ],
    );
    assert.deepEqual(
      compared.map(({ annotation }) => annotation),
      annotations,
    );
  });

  it('says of each key point whether it is the same, changed, added or removed', () => {
    assert.deepEqual(
      points.map(({ state, old, now }) => [state, old?.text ?? null, now?.text ?? null]),
      [
        ['removed', 'Storage covers one dry year.', null],
        [
          'changed',
          'The compact sets shares by the mean flow.',
          'The compact sets shares by the median flow.',
        ],
        ['same', 'Data are published once a year.', 'Data are published once a year.'],
        ['added', null, 'A drought reserve is overdue.'],
      ],
    );
  });

  it('finds everything kept in the same edition', () => {
    const same = compareEditions(paperOf(first), paperOf(first), annotations);
    assert.ok(same.annotations.every(({ state }) => state === 'kept'));
    assert.ok(same.points.every(({ state }) => state === 'same'));
  });

  it('finds everything lost or removed in an empty paper, and nothing to compare in two', () => {
    const lost = compareEditions(paperOf(first), paperOf(''), annotations);
    assert.ok(lost.annotations.every(({ state }) => state === 'lost'));
    assert.deepEqual(new Set(lost.points.map(({ state }) => state)), new Set(['removed']));
    assert.deepEqual(compareEditions(paperOf(''), paperOf(''), []), {
      annotations: [],
      points: [],
    });
  });
});

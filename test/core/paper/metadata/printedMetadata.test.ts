import assert from 'node:assert/strict';
import { readPaper } from '../../../../src/core/paper/readPaper.ts';

const sentence =
  'The ministries met three times in the spring and agreed on a table of gauges, which they read every hour. ';

/** Authors and date of a captured page with these lines below its title. */
function facts(...lines: readonly string[]): readonly unknown[] {
  const text = ['Water for All Seasons', ...lines, sentence.repeat(3)].join('\n\n');
  const { metadata } = readPaper(text, { format: 'text', name: 'page.txt' });
  return [metadata.people.map(({ name }) => name), metadata.date?.iso];
}

describe('what a captured page prints below its title', () => {
  it('names the authors behind kind and date in one line', () => {
    assert.deepEqual(facts('Commentary | March 4, 2021 | By Ana Varga and Peter Brandt'), [
      ['Ana Varga', 'Peter Brandt'],
      '2021-03-04',
    ]);
  });

  it('names all authors in a line of nothing but names', () => {
    assert.deepEqual(facts('Ana Varga, Peter Brandt', 'March 4, 2021'), [
      ['Ana Varga', 'Peter Brandt'],
      '2021-03-04',
    ]);
  });
});

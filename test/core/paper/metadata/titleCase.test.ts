import assert from 'node:assert/strict';
import { inTitleCase } from '../../../../src/core/paper/metadata/titleCase.ts';

const english = [
  'WHO OWNS THE RIVER?',
  'The share of each town in the EU fund is what the towns and the rivers of the region need.',
  'In the end, the EU pays to the towns.',
].join('\n');

describe('inTitleCase', () => {
  it('writes an English title in capitals as titles are written, acronyms kept', () => {
    assert.equal(
      inTitleCase('THE TOWNS OF THE EU: A GUIDE', english),
      'The Towns of the EU: A Guide',
    );
    assert.equal(inTitleCase('WHOSE IS A TOWN’S RIVER?', english), 'Whose Is a Town’s River?');
  });

  it('leaves other titles, other languages and short names alone', () => {
    assert.equal(inTitleCase('The towns of the EU', english), null);
    assert.equal(inTitleCase('RIVER FUND', english), null);
    assert.equal(inTitleCase('WEM GEHÖRT DER FLUSS', 'Der Fluss gehört allen Städten.'), null);
  });
});

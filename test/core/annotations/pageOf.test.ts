import assert from 'node:assert/strict';
import { pageOf } from '../../../src/core/annotations/pageOf.ts';
import { placedAnnotation } from '../../support/placedAnnotation.ts';

const pages = [
  { label: 'iv', start: 0 },
  { label: '1', start: 8 },
  { label: '2', start: 40 },
];
const target = { exact: 'the passage', prefix: '', suffix: '', start: 10, end: 20, page: 1 };

describe('pageOf', () => {
  it('is the printed label of the page on which the passage stands now', () => {
    assert.equal(pageOf(placedAnnotation({ target }), pages), '1');
  });

  it('is the label of the page on which an orphan stood', () => {
    assert.equal(pageOf(placedAnnotation({ target }, null), pages), 'iv');
  });

  it('is the page as the file counts it where labels are not known', () => {
    assert.equal(pageOf(placedAnnotation({ target }), []), '1');
  });

  it('is none for a paper without pages', () => {
    assert.equal(pageOf(placedAnnotation({}), []), null);
  });
});

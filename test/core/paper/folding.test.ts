import assert from 'node:assert/strict';
import { foldsOf } from '../../../src/core/paper/folding.ts';
import { paperFromBlocks } from '../../support/paperFromBlocks.ts';

describe('foldsOf', () => {
  it('folds sections and runs of site text, from first to last character', () => {
    const paper = paperFromBlocks([
      { role: 'siteText', text: 'Menu' },
      { role: 'siteText', text: 'Log in' },
      { role: 'heading', text: 'Analysis', level: 2 },
      { role: 'body', text: 'Some analysis.' },
      { role: 'siteText', text: 'Share' },
      { role: 'body', text: 'More of it.' },
      { role: 'siteText', text: 'Footer' },
    ]);
    assert.deepEqual(
      foldsOf(paper).map(({ kind, range }) => [kind, paper.text.slice(range.start, range.end)]),
      [
        ['section', 'Analysis\nSome analysis.\nShare\nMore of it.'],
        ['siteText', 'Menu\nLog in'],
        ['siteText', 'Share'],
        ['siteText', 'Footer'],
      ],
    );
  });

  it('does not fold a heading with nothing below it', () => {
    const paper = paperFromBlocks([
      { role: 'heading', text: 'Outer', level: 1 },
      { role: 'heading', text: 'Inner', level: 2 },
    ]);
    assert.deepEqual(
      foldsOf(paper).map(({ range }) => paper.text.slice(range.start, range.end)),
      ['Outer\nInner'],
    );
  });
});

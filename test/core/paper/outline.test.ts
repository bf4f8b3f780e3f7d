import assert from 'node:assert/strict';
import { outlineOf, type Section } from '../../../src/core/paper/outline.ts';
import type { Paper } from '../../../src/core/paper/paper.ts';
import { paperFromBlocks } from '../../support/paperFromBlocks.ts';

/** Sections as indented lines: title, then the last word of their extent. */
function drawn(paper: Paper): readonly string[] {
  const lines = (sections: readonly Section[], depth: number): readonly string[] =>
    sections.flatMap(({ title, extent, children }) => [
      `${'  '.repeat(depth)}${title} … ${paper.text.slice(extent.start, extent.end).split(/\s/u).at(-1) ?? ''}`,
      ...lines(children, depth + 1),
    ]);
  return lines(outlineOf(paper), 0);
}

describe('outlineOf', () => {
  it('nests sections by level and ends each before the next of its rank', () => {
    const paper = paperFromBlocks([
      { role: 'title', text: 'Paper', kind: 'heading', level: 1 },
      { role: 'keyPointsHeading', text: 'Key Points', level: 2 },
      { role: 'keyPoint', text: 'first point', kind: 'listItem', level: 1 },
      { role: 'heading', text: 'Analysis', level: 2 },
      { role: 'body', text: 'some analysis' },
      { role: 'heading', text: 'Detail', level: 3 },
      { role: 'body', text: 'more detail' },
      { role: 'recommendationsHeading', text: 'Recommendations', level: 2 },
    ]);
    assert.deepEqual(drawn(paper), [
      'Key Points … point',
      'Analysis … detail',
      '  Detail … detail',
      'Recommendations … Recommendations',
    ]);
  });

  it('nests a skipped level one step only', () => {
    const paper = paperFromBlocks([
      { role: 'heading', text: 'One', level: 1 },
      { role: 'heading', text: 'Four', level: 4 },
      { role: 'heading', text: 'Two', level: 2 },
    ]);
    assert.deepEqual(drawn(paper), ['One … Two', '  Four … Four', '  Two … Two']);
  });

  it('leaves out site text, contents lists, disclaimers and headings without words', () => {
    const paper = paperFromBlocks([
      { role: 'siteText', text: 'Menu', kind: 'heading', level: 2 },
      { role: 'contents', text: 'Contents', kind: 'heading', level: 2 },
      { role: 'heading', text: '', level: 2 },
      { role: 'heading', text: 'Kept', level: 2 },
      { role: 'disclaimer', text: 'Disclaimer', kind: 'heading', level: 2 },
    ]);
    assert.deepEqual(
      outlineOf(paper).map(({ title }) => title),
      ['Kept'],
    );
  });

  it('does not count what the site put behind a section to it', () => {
    const paper = paperFromBlocks([
      { role: 'heading', text: 'Last', level: 2 },
      { role: 'body', text: 'the end' },
      { role: 'related', text: 'Related papers' },
      { role: 'siteText', text: 'Footer' },
    ]);
    assert.deepEqual(drawn(paper), ['Last … end']);
  });

  it('is empty for a paper without blocks', () => {
    assert.deepEqual(outlineOf(paperFromBlocks([])), []);
  });
});

import assert from 'node:assert/strict';
import type { PaperEntry } from '../../../src/core/navigation/paperNodes.ts';
import { summarise } from '../../../src/core/navigation/paperSummary.ts';
import { tagNodes, type Tag } from '../../../src/core/navigation/tagNodes.ts';
import { paperFromBlocks } from '../../support/paperFromBlocks.ts';
import { placedAnnotation } from '../../support/placedAnnotation.ts';

const nowhere = { start: 0, end: 0 };

function entry(
  name: string,
  tags: readonly string[],
  more: { meaning?: string; given?: readonly string[] } = {},
): PaperEntry {
  const paper = paperFromBlocks([], {
    tags: tags.map((text, index) => ({ text, range: { start: index, end: index + 1 } })),
    acronyms:
      more.meaning === undefined ? [] : [{ short: 'CAS', meaning: more.meaning, range: nowhere }],
  });
  return {
    uri: `file:///${name}`,
    name,
    isOpen: false,
    summary: summarise(paper),
    notes: more.given ? [placedAnnotation({ tags: more.given })] : [],
  };
}

function tagsOf(entries: readonly PaperEntry[]): readonly Tag[] {
  return tagNodes(entries).flatMap(({ data }) => (data.kind === 'tag' ? [data.tag] : []));
}

describe('tagNodes', () => {
  it('lists tags by name, publisher and analyst ones apart', () => {
    const tags = tagsOf([entry('a', ['water', 'Energy'], { given: ['water', 'cost'] })]);
    assert.deepEqual(
      tags.map(({ source, text, count }) => [source, text, count]),
      [
        ['analyst', 'cost', 1],
        ['publisher', 'Energy', 1],
        ['analyst', 'water', 1],
        ['publisher', 'water', 1],
      ],
    );
  });

  it('joins forms that differ in case or space only, and keeps each as printed', () => {
    const [tag] = tagsOf([
      entry('a', ['central  asia']),
      entry('b', ['Central Asia']),
      entry('c', ['Central Asia']),
    ]);
    assert.deepEqual(tag, {
      source: 'publisher',
      text: 'Central Asia',
      variants: ['Central Asia', 'central  asia'],
      meanings: [],
      count: 3,
    });
  });

  it('says what an acronym stands for, from the papers that carry it', () => {
    const [tag] = tagsOf([
      entry('a', ['CAS'], { meaning: 'Central Asia States' }),
      entry('b', ['CAS']),
      entry('c', ['CAS'], { meaning: 'Central Asia States' }),
      entry('d', [], { meaning: 'Chinese Academy of Sciences' }),
    ]);
    assert.deepEqual(tag?.meanings, ['Central Asia States']);
  });

  it('leads from a tag to the papers and annotations that carry it', () => {
    const [energy, water] = tagNodes([
      entry('a', ['Energy', 'energy'], { given: ['Water'] }),
      entry('b', ['ENERGY']),
    ]);
    assert.deepEqual(
      energy?.children.map(({ id, place }) => [id, place]),
      [
        ['publisher:energy/file:///a', { start: 0, end: 1 }],
        ['publisher:energy/file:///b', { start: 0, end: 1 }],
      ],
    );
    assert.deepEqual(
      water?.children.map(({ id, place }) => [id, place?.start]),
      [['analyst:water/file:///a/a', 10]],
    );
  });

  it('says in which forms a paper prints the tag', () => {
    const [tag] = tagNodes([entry('a', ['Energy', 'energy', 'Energy'])]);
    const [paper] = tag?.children ?? [];
    assert.deepEqual(paper?.data.kind === 'paper' && paper.data.printed, ['Energy', 'energy']);
  });

  it('drops blank tags', () => {
    assert.deepEqual(tagNodes([entry('a', [' '])]), []);
  });
});

import assert from 'node:assert/strict';
import { readFrontMatter } from '../../../../src/core/paper/markdown/frontMatter.ts';
import { withFrontMatter } from '../../../../src/core/paper/metadata/frontMatterFacts.ts';
import type { PaperMetadata } from '../../../../src/core/paper/paper.ts';
import { noMetadata } from '../../../../src/core/paper/noMetadata.ts';

function read(header: string, printed: PaperMetadata = noMetadata): PaperMetadata {
  const text = `---\n${header}\n---\n`;
  return withFrontMatter(printed, readFrontMatter(text), text);
}

const fact = (text: string) => ({ text, range: { start: 0, end: 0 } });

describe('withFrontMatter', () => {
  it('takes what the header says before what is printed, and leaves the rest', () => {
    const printed = {
      ...noMetadata,
      title: fact('Printed'),
      publisher: fact('Press'),
      tags: [fact('t')],
    };
    const found = read('title: Stated\nseries: ""\nauthors: []\ntags: ~', printed);
    assert.equal(found.title?.text, 'Stated');
    assert.deepEqual(
      [found.publisher, found.tags, found.series],
      [printed.publisher, printed.tags, null],
    );
    assert.equal(withFrontMatter(printed, null, ''), printed);
  });

  it('reads title, subtitle, series, publisher, handling mark, date and links', () => {
    const found = read(
      'title: A *fine* &amp; <b>bold</b> title\ndeck: below\nseries: {name: Briefs}\norganization: Forum\nclassification: PUBLIC\npublished: 2 May 2020\npdf: files/a.pdf',
    );
    assert.deepEqual(
      [found.title, found.subtitle, found.series, found.publisher, found.handlingMark].map(
        (each) => each?.text,
      ),
      ['A fine & bold title', 'below', 'Briefs', 'Forum', 'PUBLIC'],
    );
    assert.equal(found.date?.iso, '2020-05-02');
    assert.deepEqual(
      found.links.map(({ href }) => href),
      ['files/a.pdf'],
    );
  });

  it('reads people as texts, as fields and in Hugo params, each once', () => {
    const people = (header: string): readonly string[] =>
      read(header).people.map(({ name, rank, affiliations }) =>
        [rank ?? '', name, ...affiliations].join('|'),
      );
    assert.deepEqual(people('author: Dr Ana Varga, River Institute'), [
      'Dr|Ana Varga|River Institute',
    ]);
    assert.deepEqual(
      people(
        'authors:\n- {given: Ana, family: Varga, affiliation: A}\n- name: Ben Okafor\n  institute: [B, {name: C}]',
      ),
      ['|Ana Varga|A', '|Ben Okafor|B|C'],
    );
    assert.deepEqual(people('author: Ana Varga\nauthors: [Ana Varga, ben-okafor]'), [
      '|Ana Varga',
      '|Ben Okafor',
    ]);
    assert.deepEqual(people('params:\n  author: Ana Varga'), ['|Ana Varga']);
  });

  it('reads topics from lists whole and from lines divided, each once', () => {
    const tags = (header: string): readonly string[] => read(header).tags.map(({ text }) => text);
    assert.deepEqual(tags('keywords:\n- law, order\n- Law, order\n- {name: x}'), [
      'law, order',
      'x',
    ]);
    assert.deepEqual(tags('tags: a, b; c'), ['a, b', 'c']);
    assert.deepEqual(tags('tags: a, b'), ['a', 'b']);
    assert.deepEqual(tags('categories: [news]\ntopics: [a]'), ['a']);
    assert.deepEqual(tags('categories: [news]'), ['news']);
  });

  it('places each topic of a line', () => {
    const text = '---\ntags: a , bc\n---\n';
    const { tags } = withFrontMatter(noMetadata, readFrontMatter(text), text);
    assert.deepEqual(
      tags.map(({ range }) => text.slice(range.start, range.end)),
      ['a', 'bc'],
    );
  });
});

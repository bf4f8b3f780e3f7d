import assert from 'node:assert/strict';
import { readPaper } from '../../../../src/core/paper/readPaper.ts';

function facts(text: string, format: 'markdown' | 'text' = 'markdown'): readonly unknown[] {
  const { metadata } = readPaper(text, { format, name: 'a.md' });
  const { title, people, date, tags } = metadata;
  return [
    title?.text ?? null,
    people.map(({ name }) => name),
    date?.iso ?? null,
    tags.map((tag) => tag.text),
  ];
}

const body =
  'The text of the paper follows, and it is long enough to be one and not a line of the head.';

describe('withHeadFacts', () => {
  it('reads a paragraph of title lines with a date', () => {
    const head =
      '---\ntitle: Boats\n---\n\n*May 2, 2020\nHow boats are counted on the coast and who counts them\nAna Varga, Coastal Office*\n\n';
    assert.deepEqual(facts(`${head}## First\n\n${body}`), [
      'Boats',
      ['Ana Varga'],
      '2020-05-02',
      [],
    ]);
  });

  it('reads labelled lines and a line of emphasised names', () => {
    const labelled =
      '# Boats\n\nAuthors: Ana Varga, Ben Okafor\nDate: May 2020\nKeywords: sea; boats\nVersion: 2\n\n';
    assert.deepEqual(facts(labelled + body), [
      'Boats',
      ['Ana Varga', 'Ben Okafor'],
      '2020-05',
      ['sea', 'boats'],
    ]);
    assert.deepEqual(facts(`# Boats\n\n*Ana Varga and Ben Okafor*\n\n${body}`).slice(0, 2), [
      'Boats',
      ['Ana Varga', 'Ben Okafor'],
    ]);
    assert.deepEqual(facts(`# Boats\n\n**SUMMARY NOTE**\n\n${body}`)[1], []);
  });

  it('reads a block of authors at the end', () => {
    const end =
      '**Authors**\n\n**_Ana Varga_** _is a captain._\n\n**Ben Okafor** mends nets.\n\nPrinted on paper.\n';
    assert.deepEqual(facts(`# Boats\n\n${body}\n\n## Part\n\n${body}\n\n${end}`)[1], [
      'Ana Varga',
      'Ben Okafor',
    ]);
  });

  it('cites a chapter without a title by its first heading', () => {
    assert.equal(facts(`##01 Boats\n\n${body}`)[0], '01 Boats');
    assert.equal(facts('', 'markdown')[0], null);
  });
});

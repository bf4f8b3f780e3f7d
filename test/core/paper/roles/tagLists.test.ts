import assert from 'node:assert/strict';
import { readPaper } from '../../../../src/core/paper/readPaper.ts';
import type { TextFormat } from '../../../../src/core/paper/paper.ts';

const sentence =
  'The harbour has been dredged three times in ten years, and three times it has silted up within a season, at a cost that nobody has added up.';

/** The tags of a short paper that ends in these lines; each must stand where it says. */
function tagsOf(format: TextFormat, ...lines: readonly string[]): readonly string[] {
  const head =
    format === 'text'
      ? ['Who Pays for the Harbour?', 'By Ann Lee', 'June 2023']
      : ['# Who Pays for the Harbour?', '', 'By Ann Lee'];
  const text = [...head, '', sentence, '', ...lines].join('\n');
  const { metadata } = readPaper(text, { format, name: 'harbour' });
  for (const { text: words, range } of metadata.tags) {
    const printed = text.slice(range.start, range.end);
    assert.ok(printed.includes(words.split(' ')[0] ?? ''), `${words} is not at its place`);
  }
  return metadata.tags.map(({ text: words }) => words);
}

describe('tags', () => {
  it('are parted by whatever the line parts them with', () => {
    assert.deepEqual(tagsOf('text', 'Topics: Ports; Fees, old and new; Mud'), [
      'Ports',
      'Fees, old and new',
      'Mud',
    ]);
    assert.deepEqual(tagsOf('text', 'Tags: Ports | Fees'), ['Ports', 'Fees']);
    assert.deepEqual(tagsOf('text', 'Keywords: Ports · Fees · Mud'), ['Ports', 'Fees', 'Mud']);
    assert.deepEqual(tagsOf('text', 'Schlagwörter: Häfen, Gebühren, Acme, Inc.'), [
      'Häfen',
      'Gebühren',
      'Acme, Inc.',
    ]);
  });

  it('are read without emphasis and links', () => {
    assert.deepEqual(tagsOf('markdown', '**Tags:** [Ports](/ports), *Fees*, `Mud`'), [
      'Ports',
      'Fees',
      'Mud',
    ]);
    assert.deepEqual(tagsOf('markdown', '## Topics', '', '- Ports', '- **Fees**'), [
      'Ports',
      'Fees',
    ]);
  });

  it('stand on the lines below a label or in one line below a heading', () => {
    assert.deepEqual(tagsOf('text', 'Tags:', '', '• Ports', '• Fees', '', sentence), [
      'Ports',
      'Fees',
    ]);
    assert.deepEqual(tagsOf('text', 'Topics', '', 'Ports, Fees, Mud'), ['Ports', 'Fees', 'Mud']);
    assert.deepEqual(tagsOf('text', 'Tags', '', sentence), []);
  });

  it('need no label between the files of a paper and related ones', () => {
    const lines = ['Associated Files', '', 'Ports, Fees, Mud, Dredging', '', 'Related Content'];
    assert.deepEqual(tagsOf('text', ...lines), ['Ports', 'Fees', 'Mud', 'Dredging']);
  });

  it('are not sentences, and not every line behind such a word', () => {
    assert.deepEqual(tagsOf('text', 'Topics: this paper treats fees, mud and ships.'), []);
    assert.deepEqual(tagsOf('text', 'This is one sentence, and no list.', 'See all tags »'), []);
    const long = 'a matter that takes many more words than any topic has';
    assert.deepEqual(tagsOf('text', `Tags: Ports, ${long}`), []);
  });

  it('stand under “Read More” where links to share follow', () => {
    const lines = ['Read More', '', '• Ports', '• Fees', '', 'Print Share Email'];
    assert.deepEqual(tagsOf('text', ...lines), ['Ports', 'Fees']);
    assert.deepEqual(tagsOf('text', 'Read More', '', '• Ports', '', sentence), []);
  });
});

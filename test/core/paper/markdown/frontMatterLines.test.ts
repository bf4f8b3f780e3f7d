import assert from 'node:assert/strict';
import { scanEntries } from '../../../../src/core/paper/markdown/frontMatterLines.ts';
import type { HeaderForm } from '../../../../src/core/paper/markdown/frontMatterHeader.ts';

/** The values as text, lists in brackets; every value must stand where its range says. */
function scan(content: string, form: HeaderForm): Readonly<Record<string, string>> {
  const entries = scanEntries(content, 100, form);
  return Object.fromEntries(
    [...entries].map(([key, { text, items, range }]) => {
      const words = content.slice(range.start - 100, range.end - 100);
      if (text !== '') assert.equal(words.replaceAll(/\s+/gu, ' ').replaceAll(/"/gu, ''), text);
      return [key, items.length > 0 ? `[${items.map((item) => item.text).join(' | ')}]` : text];
    }),
  );
}

describe('scanEntries', () => {
  it('reads keys, quoted words, lists in a line and lists below', () => {
    const header = [
      'title: "Rivers"',
      '# a comment: no entry',
      '',
      "'date' : 2024",
      'tags: [Water, "Upper Basin",',
      '  Storage]',
      'authors:',
      '- Ana Varga',
      '  - Tomas Reyl',
      'date: 2025',
    ].join('\n');
    assert.deepEqual(scan(header, 'yaml'), {
      title: 'Rivers',
      date: '2024',
      tags: '[Water | Upper Basin | Storage]',
      authors: '[Ana Varga | Tomas Reyl]',
    });
  });

  it('joins lines that continue a value, and blocks', () => {
    const header = 'summary: One\r\n  and two\r\nnote: >-\r\n  Three\r\n  four\r\nempty:\r\n';
    assert.deepEqual(scan(header, 'yaml'), {
      summary: 'One and two',
      note: 'Three four',
      empty: '',
    });
  });

  it('takes a list that is never closed to the end', () => {
    assert.deepEqual(scan('tags: [a, b\nc', 'yaml'), { tags: '[a | b | c]' });
  });

  it('keeps the entries of repeated TOML tables together', () => {
    const header = '[params]\ntitle = "Rivers"\n[[author]]\nname = "Ana"\n[[author]]\nname = "Tom"';
    const author = scanEntries(header, 0, 'toml').get('author');
    assert.deepEqual(
      author?.items.map(({ fields }) => fields.get('name')?.text),
      ['Ana', 'Tom'],
    );
  });

  it('reads title, authors and date from the lines of Pandoc, whichever are there', () => {
    assert.deepEqual(scan('% Rivers\n  and roads\n% Ana Varga\n% 2024', 'pandoc'), {
      title: 'Rivers and roads',
      author: 'Ana Varga',
      date: '2024',
    });
    assert.deepEqual(scan('% Rivers\n%', 'pandoc'), { title: 'Rivers' });
  });
});

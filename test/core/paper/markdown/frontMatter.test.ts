import assert from 'node:assert/strict';
import {
  readFrontMatter,
  type FrontMatterValue,
} from '../../../../src/core/paper/markdown/frontMatter.ts';

/** A value as plain data. */
function plain({ text, items, fields }: FrontMatterValue): unknown {
  if (items.length > 0) return items.map(plain);
  if (fields.size > 0)
    return Object.fromEntries([...fields].map(([key, value]) => [key, plain(value)]));
  return text;
}

function read(text: string): unknown {
  const found = readFrontMatter(text);
  return found === null
    ? null
    : Object.fromEntries([...found.fields].map(([key, value]) => [key, plain(value)]));
}

describe('readFrontMatter', () => {
  it('reads YAML with folded, quoted and nested values, all as text', () => {
    const text =
      '\n---\ntitle: \'One\n  two: three\'\nDate: 2020-01-02\nauthors:\n- name: A B\n  org: &o C\n- *o\ntags: [a, "b, c"]\nempty: ~\n---\nText';
    assert.deepEqual(read(text), {
      title: 'One two: three',
      date: '2020-01-02',
      authors: [{ name: 'A B', org: 'C' }, 'C'],
      tags: ['a', 'b, c'],
      empty: '',
    });
    assert.deepEqual(readFrontMatter(text)?.problems, []);
  });

  it('reads TOML, JSON, Pandoc title blocks and plain lines', () => {
    assert.deepEqual(
      read(
        '+++\ntitle = "A = B"\ntags = [\n  "x",\n  "y, z"\n]\n[[authors]]\nname = "C"\n[params]\nnote = 1\n+++\n',
      ),
      { title: 'A = B', tags: ['x', 'y, z'], authors: [{ name: 'C' }], note: '1' },
    );
    assert.deepEqual(read('{\n  "title": "A",\n  "tags": ["x"]\n}\n\nText'), {
      title: 'A',
      tags: ['x'],
    });
    assert.deepEqual(read('% A title\n  in two lines\n% A B; C D\n% May 2020\n\nText'), {
      title: 'A title in two lines',
      author: 'A B; C D',
      date: 'May 2020',
    });
    assert.deepEqual(read('Title: A\nAuthor: B C\n  and D\n\nText'), {
      title: 'A',
      author: 'B C and D',
    });
  });

  it('gives each value the place where it is written', () => {
    const text = '---\ntitle: "A title"\nauthors: [B C, \'D E\']\nseries:   X  \n---\n';
    const { fields } = readFrontMatter(text) ?? { fields: new Map<string, FrontMatterValue>() };
    const values = [...fields.values()].flatMap((value) =>
      value.items.length > 0 ? value.items : [value],
    );
    assert.deepEqual(
      values.map(({ range }) => text.slice(range.start, range.end)),
      ['A title', 'B C', 'D E', 'X'],
    );
    const toml = '+++\ntitle = "A"\ntags = ["b", "c d"]\n+++\n';
    const tags = readFrontMatter(toml)?.fields.get('tags')?.items ?? [];
    assert.deepEqual(
      tags.map(({ range }) => toml.slice(range.start, range.end)),
      ['b', 'c d'],
    );
  });

  it('reads broken YAML line by line and says so', () => {
    const text =
      '---\ntitle: A: b\ntags:\n- x\n- y\nlist: [c, d]\ntext: >\n  e\n  f\nsummary: "open\n---\nText';
    assert.deepEqual(read(text), {
      title: 'A: b',
      tags: ['x', 'y'],
      list: ['c', 'd'],
      text: 'e f',
      summary: '"open',
    });
    assert.deepEqual(
      readFrontMatter(text)?.problems.map(({ message }) => message),
      ['The front matter is not well formed; it was read line by line.'],
    );
  });

  it('ends what is not closed at the first blank line, and says so', () => {
    const found = readFrontMatter('---\ntitle: A\nauthor: B\n\n# Heading\n\nText');
    assert.deepEqual(found?.range, { start: 0, end: 22 });
    assert.deepEqual(
      found.problems.map(({ message }) => message),
      ['The front matter is not closed.'],
    );
  });

  it('takes no rule, no text and no list for front matter', () => {
    for (const text of [
      '',
      '---',
      '---\n\nJust a paragraph.\n\n---\n',
      '- a\n- b',
      'Note: this begins with a word and a colon.\n\nText',
      '{ not json',
      '# Heading\n---\ntitle: A\n---\n',
    ]) {
      assert.equal(readFrontMatter(text), null, text);
    }
  });

  it('survives headers that are too deep, too long or empty', () => {
    assert.notEqual(readFrontMatter(`---\na: ${'['.repeat(30_000)}\n---\n`), null);
    assert.notEqual(readFrontMatter(`---\na: ${'{b: '.repeat(50)}\n---\n`), null);
    assert.deepEqual(read('---\n---\nText'), {});
    assert.deepEqual(read('---\n# only a comment\n---\nText'), {});
  });
});

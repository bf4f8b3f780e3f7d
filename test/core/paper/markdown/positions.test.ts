import assert from 'node:assert/strict';
import type { Token } from 'markdown-it';
import { parseMarkdown } from '../../../../src/core/paper/markdown/markdownTokens.ts';
import { sourceOf } from '../../../../src/core/paper/tokens.ts';

/** What is shown of a token, each run with what it stands for: "a ", "& = &amp;". */
function runs(token: Token, text: string): string[] {
  const source = sourceOf(token).source ?? [];
  const content = token.type.endsWith('break') ? '\n' : token.content;
  const found: string[] = [];
  for (let run = 0; run < source.length; run += 4) {
    const [at = 0, from = 0, length = 0, sourceLength = 0] = source.slice(run, run + 4);
    const shown = content.slice(at, at + length);
    const stands = text.slice(from, from + sourceLength);
    found.push(shown === stands ? shown : `${shown} = ${stands}`);
  }
  return found;
}

function inlineRuns(text: string): string[] {
  return parseMarkdown(text).flatMap((token) =>
    (token.children ?? []).flatMap((child) => runs(child, text)),
  );
}

function blockRuns(text: string): string[] {
  return parseMarkdown(text).flatMap((token) => (token.type === 'inline' ? [] : runs(token, text)));
}

/** The source of each block, by the type of its token. */
function ranges(text: string): (readonly [string, string])[] {
  return parseMarkdown(text).flatMap((token) => {
    const range = sourceOf(token).range;
    return range === undefined ? [] : [[token.type, text.slice(range.start, range.end)] as const];
  });
}

describe('parseMarkdown', () => {
  it('places the words of headings, trimmed', () => {
    assert.deepEqual(inlineRuns('#  One *two* ##\n\nThree\n  four\n==='), [
      'One ',
      'two',
      'Three',
      '\n',
      'four',
    ]);
  });

  it('places text in lists and quotations behind what indents it, lazy lines too', () => {
    const text = '> - one\n>   two\nthree\n>\n> 1. four\n';
    assert.deepEqual(inlineRuns(text), ['one', '\n', 'two', '\n', 'three', 'four']);
  });

  it('places escapes, entities, code and addresses', () => {
    const text = 'a \\* b &amp; `c  d` `` ` `` <https://e.f/%20> http://g.h/i, www.j.org/k.';
    assert.deepEqual(inlineRuns(text), [
      'a ',
      '* b ',
      '& = &amp;',
      ' ',
      'c  d',
      ' ',
      '`',
      ' ',
      'https://e.f/%20',
      ' ',
      'http://g.h/i',
      ', ',
      'www.j.org/k',
      '.',
    ]);
  });

  it('places what is left of broken and nested emphasis', () => {
    assert.deepEqual(inlineRuns('**a *b** c ~~~d~~ __e_'), [
      '*',
      'a ',
      'b',
      ' c ~',
      'd',
      ' _',
      'e',
    ]);
  });

  it('places both kinds of line break, trailing spaces left out', () => {
    assert.deepEqual(inlineRuns('one  \n two \nthree\\\nfour'), [
      'one',
      '\n',
      'two',
      '\n',
      'three',
      '\n',
      'four',
    ]);
  });

  it('maps a line end of two characters as one step', () => {
    assert.deepEqual(inlineRuns('one\r\ntwo\rthree'), [
      'one',
      '\n = \r\n',
      'two',
      '\n = \r',
      'three',
    ]);
  });

  it('shows NUL as the replacement character, and a byte order mark not at all', () => {
    assert.deepEqual(inlineRuns('\ufeff# a\0b'), ['a\ufffdb = a\0b']);
  });

  it('places the cells of a table, with bars that were escaped', () => {
    const text = '| a | b \\| c\\|\n|:-:|---|\nd | *e*\n| f |\n';
    assert.deepEqual(inlineRuns(text), ['a', 'b ', '| c', '|', 'd', 'e', 'f']);
    assert.deepEqual(
      ranges(text).filter(([type]) => /^t[hd]_/u.test(type)),
      [
        ['th_open', 'a'],
        ['th_open', 'b \\| c\\|'],
        ['td_open', 'd'],
        ['td_open', '*e*'],
        ['td_open', 'f'],
        ['td_open', ''],
      ],
    );
  });

  it('places code, with what is left of a tab that indents it', () => {
    assert.deepEqual(blockRuns('> \t\tone\n\n- ```x\n  two\n\n  three\n  ```'), [
      '   = \t',
      'one',
      'two\n\n',
      'three\n',
    ]);
  });

  it('places links whose text, address and label have markup', () => {
    assert.deepEqual(inlineRuns('[a *b*](/c "d") ![e](/f) [g]\n\n[g]: /h'), [
      'a ',
      'b',
      ' ',
      'e',
      ' ',
      'g',
    ]);
  });

  it('places bare addresses between other words of one line', () => {
    assert.deepEqual(inlineRuns('a@b.org *c* d@e.org, f@g.org &amp; www.'), [
      'a@b.org',
      ' ',
      'c',
      ' ',
      'd@e.org',
      ', ',
      'f@g.org',
      ' ',
      '& = &amp;',
      ' www.',
    ]);
  });

  it('gives each block the source from its first to behind its last character', () => {
    const text = '\n1. one\n\n   > two\n2. three\n\n---\n\n[l]: /u\n';
    assert.deepEqual(ranges(text), [
      ['ordered_list_open', '1. one\n\n   > two\n2. three'],
      ['list_item_open', '1. one\n\n   > two'],
      ['paragraph_open', 'one'],
      ['blockquote_open', '> two'],
      ['paragraph_open', 'two'],
      ['list_item_open', '2. three'],
      ['paragraph_open', 'three'],
      ['hr', '---'],
      ['reference_definition', '[l]: /u'],
    ]);
  });

  it('keeps raw HTML as it is written', () => {
    assert.deepEqual(blockRuns('<div>\na\n</div>\n\nb'), ['<div>\na\n</div>\n']);
    assert.deepEqual(inlineRuns('b <br> c'), ['b ', '<br>', ' c']);
  });

  it('leaves notes where they are written and numbers them by their references', () => {
    const text =
      '[^b]: Second\n    more\n\n[^a]: First\n\nOne[^a] two[^b] three[^a] four[^c]\n\n[^d]:\n';
    const notes = parseMarkdown(text).flatMap(({ type, meta, children }) => [
      ...(type === 'footnote_open' ? [meta] : []),
      ...(children ?? []).flatMap((child) => (child.type === 'footnote_ref' ? [child.meta] : [])),
    ]);
    assert.deepEqual(
      notes.map((meta) => [meta?.['label'], meta?.['number'], meta?.['occurrence']]),
      [
        ['b', 2, 0],
        ['a', 1, 0],
        ['a', 1, 0],
        ['b', 2, 0],
        ['a', 1, 1],
        ['d', 3, 0],
      ],
    );
    assert.deepEqual(
      ranges(text).filter(([type]) => type === 'footnote_open'),
      [
        ['footnote_open', '[^b]: Second\n    more'],
        ['footnote_open', '[^a]: First'],
        ['footnote_open', '[^d]:'],
      ],
    );
    assert.ok(inlineRuns(text).includes('Second'));
  });

  it('reads front matter as one token, and a rule as a rule', () => {
    const front = (text: string) =>
      parseMarkdown(text)
        .filter(({ type }) => type === 'front_matter')
        .map(({ info, content }) => [info, content]);
    assert.deepEqual(front('---\ntitle: A\n---\n# B'), [['yaml', 'title: A\n']]);
    assert.deepEqual(front('---\r\ntitle: A\r\n...\r\nB'), [['yaml', 'title: A\n']]);
    assert.deepEqual(front('+++\ntitle = "A"\n+++\nB'), [['toml', 'title = "A"\n']]);
    assert.deepEqual(front('---\n---\nB'), [['yaml', '']]);
    assert.deepEqual(front('---\nNo entry here\n---\nB'), []);
    assert.deepEqual(front('---\ntitle: never closed\n'), []);
    assert.deepEqual(front('A\n\n---\ntitle: B\n---\n'), []);
  });

  it('reads the empty text, and text nested deeper than it follows', () => {
    assert.deepEqual(parseMarkdown(''), []);
    const deep = `${'> '.repeat(200)}words`;
    assert.ok(parseMarkdown(deep).length > 100);
  });
});

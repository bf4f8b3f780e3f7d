import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { tokensOf } from '../../../../src/core/paper/chunks.ts';
import { readMarkdown } from '../../../../src/core/paper/markdown/readMarkdown.ts';
import type { FormBlock } from '../../../../src/core/paper/reading.ts';

const corpus = '../shared/corpus/md/';

/** Blocks as lines: kind with level, printed number, text. */
function drawn(text: string): readonly string[] {
  return readMarkdown(text).blocks.map(
    ({ kind, level, ordinal, text: words }) =>
      `${kind}${level === 0 ? '' : ` ${level}`}${ordinal === null ? '' : ` ${ordinal}`} | ${words}`,
  );
}

/** Fails unless the blocks are in order, apart and cover every character that is not blank. */
function assertCovered(text: string, blocks: readonly FormBlock[]): void {
  let end = 0;
  for (const { range } of blocks) {
    assert.ok(range.start >= end && range.end > range.start, `order at ${range.start}`);
    assert.equal(text.slice(end, range.start).trim(), '', `gap before ${range.start}`);
    end = range.end;
  }
  assert.equal(text.slice(end).trim(), '', 'gap at the end');
}

const fragments = fc.constantFrom(
  ...[
    '---\n',
    'title: A\n',
    '+++\n',
    '# Heading\n',
    '##Heading\n',
    'Text *of* words\n',
    '\n',
    '\n\n',
  ],
  ...['- item\n', '  - inner\n', '1. one\n', '> quoted\n', '> - in it\n', '```\ncode\n```\n'],
  ...['[a]: http://example.org\n', '[^1]: a note\n', 'see[^1]\n', '    indented\n', '***\n'],
  ...['<div>\n', '<ul><li>one</li>\n', '</div>\n', '| a | b |\n| - | - |\n| c | d |\n', '{: .x}\n'],
  ...[
    '• point\n',
    '\t\n',
    '\r\n',
    'Setext\n===\n',
    '\\[^2\\]: typed\n',
    '\u00A0\n',
    '\uFEFF',
    '<!-- c\n',
  ],
);

describe('readMarkdown', () => {
  it('makes a block of each heading, paragraph, item, quotation, table, code, note and definition', () => {
    const text = [
      '# Title',
      'Some *emphasised* [words](http://example.org) here.[^n]',
      '> A quotation.',
      '- first\n- second\n  1. inner\n\n     going on\n\n  after it',
      '| a | b |\n| --- | --- |\n| c | d |',
      '```\nlet code;\n```',
      '[^n]: The note.\n\n    Its second paragraph.',
      '[words]: http://example.org',
      '***',
    ].join('\n\n');
    assert.deepEqual(drawn(text), [
      'heading 1 | Title',
      'paragraph | Some emphasised words here.',
      'quote | A quotation.',
      'listItem 1 | first',
      'listItem 1 | second',
      'listItem 2 1. | inner going on',
      'paragraph | after it',
      'table | a b c d',
      'preformatted | let code;',
      'footnote n | The note. Its second paragraph.',
      'definition | ',
      'rule | ',
    ]);
  });

  it('leaves the marks of site generators and converters out of what is read', () => {
    const text =
      '## The Task {{< picture src="a.jpg" alt="b" >}}\n\nText[^missing] {% include x %}{: .note}\n\n![A map](map.png)';
    assert.deepEqual(drawn(text), [
      'heading 2 | The Task',
      'paragraph | Text',
      'paragraph | A map',
    ]);
  });

  it('finds headings and list items in raw HTML, and keeps other HTML whole', () => {
    const text =
      '<div class="box">\n<h3>Aims</h3>\n<ol><li>One &amp; all<ul><li>inner</li></ul></li>\n<li><p>Two<br>lines</p></li></ol>\n<script>no()</script>\n</div>\n\n<p>Only <b>words</b></p>\n\n<table><tr><td>x</td></tr></table>';
    assert.deepEqual(drawn(text), [
      'heading 3 | Aims',
      'listItem 1 1. | One & all',
      'listItem 2 | inner',
      'listItem 1 2. | Two lines',
      'html | Only words',
      'table | x',
    ]);
  });

  it('takes lines like "##Title" for headings, but no hashtags', () => {
    const text =
      '##01 Summary##\ntext below\n\n#Water for all towns\n\n#water #towns\n\n#5 is a number\n\n#Water is scarce.';
    assert.deepEqual(drawn(text), [
      'heading 2 | 01 Summary',
      'paragraph | text below',
      'heading 1 | Water for all towns',
      'paragraph | #water #towns',
      'paragraph | #5 is a number',
      'paragraph | #Water is scarce.',
    ]);
  });

  it('takes lines with printed bullets for a list, but not a single one', () => {
    const text = 'Points:\n• one\ngoing *on*\n• two\n\n• three\n\n▪ alone';
    assert.deepEqual(drawn(text), [
      'paragraph | Points:',
      'listItem 1 | one going on',
      'listItem 1 | two',
      'listItem 1 | three',
      'paragraph | ▪ alone',
    ]);
  });

  it('places the words of lists and headings that it made itself', () => {
    const text = 'Points:\n• one &amp; *all*\n• two\n\n##Heading *here*\n';
    const placed = tokensOf(readMarkdown(text).chunks).flatMap(({ children }) =>
      (children ?? []).flatMap(({ type, content, meta }) => {
        const [at, source, length, sourceLength] =
          (meta as { source?: number[] } | null)?.source ?? [];
        return type === 'text' && at === 0 && length === sourceLength && content.length === length
          ? [[content, text.slice(source, (source ?? 0) + length)]]
          : [];
      }),
    );
    assert.ok(placed.length >= 5);
    for (const [content, printed] of placed) assert.equal(content, printed);
  });

  it('keeps every offset behind front matter of any form', () => {
    for (const header of [
      '---\ntitle: A\n---\n',
      '+++\ntitle = "A"\n+++\n',
      'Title: A\nDate: 2020\n\n',
    ]) {
      const text = `${header}\n# Heading\n`;
      const { blocks } = readMarkdown(text);
      assert.deepEqual(
        blocks.map(({ kind }) => kind),
        ['frontMatter', 'heading'],
      );
      assert.equal(text.slice(blocks[1]?.range.start, blocks[1]?.range.end), '# Heading');
    }
  });

  it('covers everything with blocks in order, whatever the text', () => {
    const pieces = fc.array(fc.oneof(fragments, fc.string({ unit: 'binary', maxLength: 8 })), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        assertCovered(text.replaceAll('\uFEFF', ' '), readMarkdown(text).blocks);
      }),
      { numRuns: 150 },
    );
  }).timeout(60_000);

  for (const text of ['---\n title: A\n 𐀀 ---\n ---\n \u0000', '---\n# Heading\n𐀀---\n---\n---\n'])
    it(`keeps every offset behind a header with letters beyond the basic plane: ${JSON.stringify(text)}`, () => {
      assertCovered(text, readMarkdown(text).blocks);
    });

  it('covers everything in real papers', function () {
    if (!existsSync(corpus)) this.skip();
    for (const name of readdirSync(corpus)) {
      const text = readFileSync(corpus + name, 'utf8');
      assertCovered(text, readMarkdown(text).blocks);
    }
  }).timeout(60_000);

  it('reads hostile texts in little time', () => {
    const started = performance.now();
    for (const text of [
      '<div '.repeat(20_000),
      '<li>'.repeat(20_000),
      '• x\n\n'.repeat(5_000),
      '##x\n'.repeat(10_000),
      `---\na: ${'['.repeat(50_000)}\n---\n`,
      '[a]: b\n'.repeat(10_000),
      '{{<'.repeat(20_000),
    ]) {
      readMarkdown(text);
    }
    assert.ok(performance.now() - started < 15_000);
  }).timeout(30_000);
});

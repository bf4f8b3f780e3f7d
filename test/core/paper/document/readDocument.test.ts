import assert from 'node:assert/strict';
import type { DocumentBlock } from '../../../../src/core/paper/document/paperDocument.ts';
import { readDocument } from '../../../../src/core/paper/document/readDocument.ts';
import type { Paper } from '../../../../src/core/paper/paper.ts';
import { renderPaper } from '../../../../src/core/rendering/renderPaper.ts';
import { cell, documentOf, heading, line, paragraph } from '../../../support/documents.ts';
import { checkTextMaps } from '../../rendering/checkTextMap.ts';

function read(...blocks: readonly DocumentBlock[]): Paper {
  return readDocument(documentOf(blocks), { format: 'docx', name: 'a.docx' });
}

/** The HTML of a paper without what only says where things stand; its maps are checked. */
function html(paper: Paper): string {
  checkTextMaps(paper);
  const parts = renderPaper(paper).parts.map((part) => part.html);
  return parts.join('').replace(/ data-(?:range|role)="[^"]*"/gu, '');
}

describe('readDocument', () => {
  it('parts blocks by blank lines, items by line ends, cells by tabs', () => {
    const paper = read(
      heading(1, 'Rivers'),
      paragraph(' Water is ', { type: 'text', text: 'shared', marks: ['strong'] }, '. '),
      {
        type: 'list',
        ordered: true,
        items: [
          { marker: '3.', blocks: [paragraph('Measure it.')] },
          {
            marker: '4.',
            blocks: [
              paragraph('Talk:'),
              {
                type: 'list',
                ordered: false,
                items: [{ marker: null, blocks: [paragraph('often')] }],
              },
              paragraph('and early.'),
            ],
          },
        ],
      },
      {
        type: 'table',
        rows: [
          [cell('Basin', { isHeader: true }), cell('Share', { isHeader: true })],
          [cell('Upper'), cell('one half')],
        ],
      },
      { type: 'preformatted', text: '\n  a  b\n c\n' },
    );
    assert.equal(
      paper.text,
      [
        'Rivers\n\nWater is shared.\n\n3. Measure it.\n4. Talk:\n  • often\n  and early.',
        'Basin\tShare\nUpper\tone half\n\n  a  b\n c',
      ].join('\n\n'),
    );
    assert.deepEqual(
      paper.blocks.map(({ kind, text, level, ordinal }) => [kind, text, level, ordinal]),
      [
        ['heading', 'Rivers', 1, null],
        ['paragraph', 'Water is shared.', 0, null],
        ['listItem', 'Measure it.', 1, '3.'],
        ['listItem', 'Talk:', 1, '4.'],
        ['listItem', 'often', 2, null],
        ['paragraph', 'and early.', 0, null],
        ['table', 'Basin Share Upper one half', 0, null],
        ['preformatted', 'a b c', 0, null],
      ],
    );
  });

  it('ties notes to their marks, which stand in brackets and do not part words when they are shown', () => {
    const paper = read(
      paragraph('Rain', { type: 'noteMark', label: 'b', text: '*' }, ' fell', {
        type: 'noteMark',
        label: 'a',
        text: '[2]',
      }),
      { type: 'note', label: 'a', blocks: [paragraph('A second note.')] },
      { type: 'note', label: 'b', blocks: [paragraph('A first note.')] },
    );
    assert.equal(paper.text, 'Rain[*] fell[2]\n\n[2] A second note.\n\n[*] A first note.');
    assert.deepEqual(
      paper.blocks.map(({ kind, role, text, ordinal }) => [kind, role, text, ordinal]),
      [
        ['paragraph', 'body', 'Rain fell', null],
        ['footnote', 'footnote', 'A second note.', '2'],
        ['footnote', 'footnote', 'A first note.', '*'],
      ],
    );
    assert.match(html(paper), /Rain<sup><a class="footnoteRef" href="#fn-1" id="fnref-1">\*<\/a>/u);
  });

  it('prints the markers of lists and notes that no browser would count by itself', () => {
    const item = (marker: string) => ({ marker, blocks: [paragraph('a')] });
    const paper = read(
      { type: 'list', ordered: true, items: ['(b)', '(c)'].map(item) },
      paragraph('Between', { type: 'noteMark', label: 'n', text: '*' }),
      { type: 'list', ordered: true, items: ['3.', '4.', '9.'].map(item) },
      { type: 'note', label: 'n', blocks: [paragraph('A note.')] },
    );
    const lists = html(paper).match(/<li[^>]*>/gu);
    assert.deepEqual(lists, [
      '<li data-ordinal="(b)">',
      '<li data-ordinal="(c)">',
      '<li>',
      '<li>',
      '<li value="9">',
      '<li id="fn-1" value="1" data-ordinal="*">',
    ]);
  });

  it('shows a mark whose note is missing as it is printed', () => {
    const paper = read(paragraph('Rain', { type: 'noteMark', label: 'x', text: '7' }));
    assert.equal(paper.text, 'Rain7');
    assert.match(html(paper), /Rain<sup>7<\/sup>/u);
  });

  it('draws header cells and spans of tables', () => {
    const rows = [
      [cell('Year', { isHeader: true, columnSpan: 2 })],
      [cell('2024', { rowSpan: 2 }), cell('a')],
      [cell('b')],
    ];
    assert.equal(
      html(read({ type: 'table', rows })),
      '<div class="part body"><div class="tableScroll" tabindex="0"><table>' +
        '<thead><tr><th colspan="2">Year</th></tr></thead>' +
        '<tbody><tr><td rowspan="2">2024</td><td>a</td></tr><tr><td>b</td></tr></tbody>' +
        '</table></div></div>',
    );
  });

  it('marks in the margin where pages begin, but not in what is folded', () => {
    const document = documentOf(
      [
        { type: 'page', page: 0 },
        { ...paragraph('A running head'), siteText: 'running head' },
        paragraph('One ', { type: 'page', page: 1 }, 'sentence over two pages.'),
        { type: 'page', page: 3 },
      ],
      { pageLabels: ['i', 'ii', '1', '2'] },
    );
    const paper = readDocument(document, { format: 'pdf', name: 'a.pdf' });
    assert.deepEqual(
      paper.pages.map(({ label, start }) => [label, paper.text.slice(start, start + 9)]),
      [
        ['i', 'A running'],
        ['ii', 'sentence '],
        ['1', ''],
        ['2', ''],
      ],
    );
    const mark = (label: string) => `<span class="pageMark" data-generated>p. ${label}</span>`;
    assert.ok(
      html(paper).endsWith(`<p>${mark('i')}One ${mark('ii')}sentence over two pages.</p></div>`),
    );
  });

  it('shows pictures by address or by number, and their words where neither is to be had', () => {
    const image = { description: 'A map', href: null, bytes: null, type: '' };
    const bytes = new Uint8Array([1]);
    const paper = read(
      paragraph('See', { type: 'image', image: { ...image, href: 'map.png' } }, 'here'),
      paragraph({ type: 'image', image: { ...image, bytes, description: '' } }),
      paragraph({ type: 'image', image }),
    );
    assert.equal(paper.text, 'See A map here\n\n\ufffc\n\nA map');
    assert.equal(
      html(paper).replace(/<div class="part body">|<\/div>/gu, ''),
      '<p>See<img data-src="map.png" alt="A map">here</p><p><img data-image="1" alt=""></p><p>A map</p>',
    );
  });

  it('leads links within the paper to the block that they mean', () => {
    const paper = read(
      paragraph({ type: 'text', text: 'to costs', href: '#c' }, ' ', {
        type: 'text',
        text: 'to the table',
        href: '#T 1',
      }),
      { ...heading(2, 'Costs'), id: 'c' },
      { ...paragraph('A table'), id: 'T 1' },
    );
    assert.match(html(paper), /<a href="#section-costs">to costs<\/a>/u);
    assert.match(html(paper), /<a href="#section-place-t-1">to the table<\/a>/u);
    assert.match(html(paper), /<h2 id="section-costs">.*<p id="section-place-t-1">/u);
  });

  it('keeps where every run of text was drawn', () => {
    const origin = { page: 4, item: 7, offset: 1, length: 7 };
    const { origins, text } = read(paragraph({ type: 'text', text: ' a word', origin }));
    assert.deepEqual([text, origins], ['a word', [0, 6, 4, 7, 2, 6]]);
  });

  it('writes what is nested deeper than anyone reads at the depth of the deepest', () => {
    let block = paragraph('at the bottom');
    for (let depth = 0; depth < 50_000; depth += 1) block = { type: 'quote', blocks: [block] };
    const paper = read(block);
    assert.equal(paper.text, 'at the bottom');
    assert.match(html(paper), /at the bottom/u);
  });

  it('makes an empty paper of an empty document', () => {
    const { text, blocks, pages } = read(paragraph('  '), { type: 'rule' });
    assert.deepEqual({ text, blocks, pages }, { text: '', blocks: [], pages: [] });
    assert.deepEqual(line(), []);
  });
});

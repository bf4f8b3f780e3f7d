import assert from 'node:assert/strict';
import { tokensOf } from '../../../../src/core/paper/chunks.ts';
import { readText } from '../../../../src/core/paper/text/readText.ts';

/** The blocks of a text as "kind level: text". */
function read(...lines: readonly string[]): readonly string[] {
  return readText(lines.join('\n')).blocks.map(({ kind, level, ordinal, text }) =>
    [kind, level > 0 ? ` ${level}` : '', ': ', ordinal === null ? '' : `${ordinal} `, text].join(
      '',
    ),
  );
}

const wrapped = [
  '   The council met twice in the year and agreed on very little. It did',
  '   agree, though, that the harbour needs a plan, and that a plan needs',
  '   somebody who is paid to keep it. Nobody has been named so far.',
];
const sentence =
  'The harbour has been dredged three times in ten years, and three times it has silted up within a season.';

describe('readText: paragraphs', () => {
  it('joins lines that are wrapped at a column', () => {
    assert.deepEqual(read(...wrapped), [
      `paragraph: ${wrapped.map((line) => line.trim()).join(' ')}`,
    ]);
  });

  it('takes each line of an unwrapped text for a paragraph', () => {
    assert.deepEqual(read(sentence.repeat(2), sentence.repeat(3)).length, 2);
  });

  it('makes divided words whole and keeps hyphens that belong to a word', () => {
    const [text = ''] = read(
      'The strategy of the port council has always been one of patient invest-',
      'ment, in which every berth pays for the next one. It is rather a strat-',
      'egy of gains that come late, and in good years it is one of self-',
      'reliance. The council plans in decades, and so its plan is a long-',
      'term one, as a plan must be in the face of the long-term loss of ships.',
    );
    assert.match(text, /investment/u);
    assert.match(text, /rather a strategy of gains .* one of self-reliance.* a long-term one/u);
  });

  it('joins a sentence that a page layout broke in two', () => {
    assert.deepEqual(
      read(
        'The three upstream ports agreed in the end to share,',
        '',
        'and then to publish, their logs.',
      ),
      [
        'paragraph: The three upstream ports agreed in the end to share, and then to publish, their logs.',
      ],
    );
  });

  it('ends lines at CRLF, CR, LF, form feeds and Unicode separators alike', () => {
    for (const end of ['\r\n', '\r', '\n', '\f', '\u2028', '\u0085']) {
      assert.deepEqual(
        readText(['One.', '', 'Two.'].join(end)).blocks.map(({ text }) => text),
        ['One.', 'Two.'],
      );
    }
  });

  it('reads nothing from an empty or blank text', () => {
    assert.deepEqual(readText('').blocks, []);
    assert.deepEqual(readText('\ufeff \n\t\n').blocks, []);
  });
});

describe('readText: headings', () => {
  it('knows numbered headings, capitals, underlines and known words with their levels', () => {
    assert.deepEqual(
      read(
        ...['1. Introduction', '', ...wrapped, '', '  1.1. Scope', '', ...wrapped, ''],
        ...['2. Findings', '', ...wrapped, '', 'ANNEX A', '', ...wrapped, ''],
        ...['Outlook', '-------', '', ...wrapped],
      ).filter((line) => !line.startsWith('paragraph')),
      [
        'heading 1: 1. Introduction',
        'heading 2: 1.1. Scope',
        'heading 1: 2. Findings',
        'heading 1: ANNEX A',
        'heading 1: Outlook',
        'rule: -------',
      ],
    );
  });

  it('takes a short line above a paragraph for a heading, but not a sentence, a link or a date', () => {
    const heads = [
      'What the ports could do',
      'They agreed.',
      'Read the full paper here',
      'June 2023',
    ];
    const lines = heads.flatMap((head) => [head, '', sentence.repeat(2), '']);
    assert.deepEqual(
      read(...lines).filter((line) => line.startsWith('heading')),
      ['heading 1: What the ports could do'],
    );
  });

  it('takes a line of a few words for a heading where a single sentence follows', () => {
    const lines = [sentence.repeat(2), '', 'The proposal', ''];
    const short = 'The two ministries read the same gauges and publish what they say.';
    const isHeading = (next: string): boolean =>
      read(...lines, next).some((line) => line.endsWith(': The proposal') && line.startsWith('h'));
    assert.equal(isHeading(short), true);
    assert.equal(isHeading('More about gauges'), false);
  });

  it('cuts running heads out of the words that they are glued to', () => {
    const chapter = (page: number, title: string): string[] => [
      `${sentence} It goes on with Harbour Review ${page} ${title}`,
      '',
      sentence.repeat(2),
      '',
    ];
    const blocks = read(
      ...['The Harbour Review', '', sentence.repeat(2), ''],
      ...['Harbour Review 3', '', ...chapter(5, 'ii. Ships'), 'Harbour Review 8', '', sentence, ''],
      ...['Harbour Review 11', '', ...chapter(14, 'iii. Fees')],
    );
    assert.deepEqual(
      blocks.filter((line) => line.startsWith('heading')),
      ['heading 1: The Harbour Review', 'heading 1: ii. Ships', 'heading 1: iii. Fees'],
    );
    assert.equal(blocks.filter((line) => /^paragraph: Harbour Review \d+$/u.test(line)).length, 5);
  });

  it('leaves a numbered series of headings alone', () => {
    const options = [1, 2, 3].flatMap((n) => [`Policy Option ${n}`, '', sentence.repeat(2), '']);
    assert.equal(read(...options).filter((line) => line.startsWith('heading')).length, 3);
  });
});

describe('readText: lists', () => {
  it('reads bullets of every glyph, nested by indentation', () => {
    assert.deepEqual(
      read(
        '• One',
        '    – under one',
        '    – under one again',
        '• Two',
        '',
        '☆ Star',
        '',
        '→ Arrow',
      ),
      [
        'listItem 1: One',
        'listItem 2: under one',
        'listItem 2: under one again',
        'listItem 1: Two',
        'listItem 2: Star',
        'listItem 3: Arrow',
      ].map((line) => line),
    );
  });

  it('takes a dash for a bullet only with a sibling nearby', () => {
    assert.deepEqual(read('- One', '- Two'), ['listItem 1: One', 'listItem 1: Two']);
    assert.deepEqual(read('– Accordingly, the word is used.'), [
      'paragraph: – Accordingly, the word is used.',
    ]);
  });

  it('reads numbers, letters and roman numbers with wrapped lines', () => {
    assert.deepEqual(
      read(
        ...wrapped,
        '',
        '     1. the two-guard rule on gates that were locked anyway, and on the',
        '        one that was open;',
        '     2. the patrol.',
        '',
        '     (a) First',
        '     (b) Second',
        '',
        '     i) Uno',
        '    ii) Due',
      ).slice(1),
      [
        'listItem 1: 1. the two-guard rule on gates that were locked anyway, and on the one that was open;',
        'listItem 1: 2. the patrol.',
        'listItem 2: (a) First',
        'listItem 2: (b) Second',
        'listItem 3: i) Uno',
        'listItem 3: ii) Due',
      ],
    );
  });

  it('counts a further paragraph to its item', () => {
    const { blocks, chunks } = readText('• One.\n\n  More on one, in a paragraph.\n\n• Two.');
    assert.deepEqual(
      blocks.map(({ text }) => text),
      ['One. More on one, in a paragraph.', 'Two.'],
    );
    assert.equal(tokensOf(chunks).filter(({ type }) => type === 'paragraph_open').length, 3);
  });
});

describe('readText: other forms', () => {
  it('keeps aligned columns as they stand', () => {
    const table = [
      'Port        Hours   Change',
      'Eastmouth   1,240     -28%',
      'Holm          610     -23%',
    ];
    const { blocks, chunks } = readText(
      ['Before.', '', ...table.map((row) => `   ${row}`)].join('\n'),
    );
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['paragraph', 'table'],
    );
    assert.equal(tokensOf(chunks)[blocks[1]?.token ?? -1]?.content, `${table.join('\n')}\n`);
  });

  it('sets image names apart and links addresses', () => {
    const { blocks, chunks } = readText(
      'cover_page.png\nSee https://example.org/a or www.example.org.',
    );
    assert.deepEqual(
      blocks.map(({ siteText }) => siteText ?? ''),
      ['image name', ''],
    );
    const links = tokensOf(chunks)
      .flatMap(({ children }) => children ?? [])
      .filter(({ type }) => type === 'link_open');
    assert.deepEqual(
      links.map((link) => link.attrGet('href')),
      ['https://example.org/a', 'http://www.example.org'],
    );
  });

  it('tells typed notes from paragraphs', () => {
    assert.deepEqual(read('[1] Logs of the ports.', '[2] Interviews.'), [
      'footnote: [1] Logs of the ports.',
      'footnote: [2] Interviews.',
    ]);
  });
});

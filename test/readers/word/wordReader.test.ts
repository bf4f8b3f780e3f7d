import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/paper/document/readDocument.ts';
import type { Paper } from '../../../src/core/paper/paper.ts';
import { summarizePaper } from '../../../src/core/paper/summarizePaper.ts';
import { wordReader } from '../../../src/readers/word/wordReader.ts';
import {
  inList,
  inStyle,
  wordFile,
  wordParagraph as p,
  wordRun,
  type WordParts,
} from '../../support/wordFile.ts';
import { checkTextMaps } from '../../core/rendering/checkTextMap.ts';

async function read(parts: WordParts): Promise<Paper> {
  const answer = await wordReader.read(wordFile(parts), { name: 'a.docx' });
  assert.ok(answer.ok);
  const paper = readDocument(answer.document, { format: 'docx', name: 'a.docx' });
  checkTextMaps(paper);
  return paper;
}

/** What each block is: kind, number and words. */
function outline({ blocks }: Paper): unknown[] {
  return blocks.map(({ kind, level, ordinal, text }) => [kind, level, ordinal, text]);
}

const passage = (words: string): string =>
  p(
    `${words} is told in a paragraph that is long enough to be one of the text and no line above it.`,
  );

const styles =
  '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:rPr><w:sz w:val="26"/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>';

const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering =
  `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}${level(2, 'decimal', '%1.%2.%3')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf0b7')}${level(1, 'bullet', 'o')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
  '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>';

describe('wordReader', () => {
  it('reads styled headings, and prints their numbers without making them words', async () => {
    const paper = await read({
      styles,
      numbering,
      body:
        p('Shared Rivers', inStyle('T')) +
        p('Background', inStyle('H1') + inList(1)) +
        passage('History') +
        p('Costs', inStyle('H2')) +
        passage('Money'),
    });
    assert.deepEqual(summarizePaper(paper).sections, [
      { level: 1, title: 'Background' },
      { level: 2, title: 'Costs' },
    ]);
    assert.equal(summarizePaper(paper).title, 'Shared Rivers');
    assert.match(paper.text, /\n\n1\. Background\n\n/u);
  });

  it('counts lists as Word does: by level, over interruptions, from where they start again', async () => {
    const paper = await read({
      numbering,
      body:
        p('one', inList(1)) +
        p('inner', inList(1, 1)) +
        p('deep', inList(1, 2)) +
        p('inner too', inList(1, 1)) +
        p('two', inList(1)) +
        p('between') +
        p('three', inList(1)) +
        p('seven', inList(3)) +
        p('a bullet', inList(2)) +
        p('no list', inList(0)),
    });
    assert.deepEqual(outline(paper), [
      ['listItem', 1, '1.', 'one'],
      ['listItem', 2, '(a)', 'inner'],
      ['listItem', 3, '1.a.1', 'deep'],
      ['listItem', 2, '(b)', 'inner too'],
      ['listItem', 1, '2.', 'two'],
      ['paragraph', 0, null, 'between'],
      ['listItem', 1, '3.', 'three'],
      ['listItem', 1, '7.', 'seven'],
      ['listItem', 1, null, 'a bullet'],
      ['paragraph', 0, null, 'no list'],
    ]);
  });

  it('takes bold lines above text for headings, but not sentences in a heading style', async () => {
    const bold = (words: string): string => p(words, '', '<w:b/>');
    const sentence = 'This is a whole sentence that somebody set in the style of a heading.';
    const paper = await read({
      styles,
      body:
        passage('First') +
        bold('Costs of the dams') +
        passage('Money') +
        bold('Who pays') +
        passage('More') +
        p(sentence, inStyle('H2')) +
        passage('Last'),
    });
    const headings = paper.blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
    assert.deepEqual(headings, ['Costs of the dams', 'Who pays']);
  });

  it('joins a heading that was split over paragraphs', async () => {
    const { blocks } = await read({
      styles,
      body:
        p('A paper', inStyle('T')) +
        p('The costs and', inStyle('H1')) +
        p('gains of sharing', inStyle('H1')) +
        passage('Money'),
    });
    assert.equal(blocks[1]?.text, 'The costs and gains of sharing');
  });

  it('ties footnotes to their marks, and keeps those without one', async () => {
    const paper = await read({
      body: `<w:p>${wordRun('Rain')}<w:r><w:footnoteReference w:id="2"/></w:r>${wordRun(' fell.')}</w:p>`,
      footnotes:
        `<w:footnote w:type="separator" w:id="0">${p('-')}</w:footnote>` +
        `<w:footnote w:id="1">${p('Nobody refers to this.')}</w:footnote>` +
        `<w:footnote w:id="2">${p('By the weather office.')}</w:footnote>`,
    });
    assert.match(
      paper.text,
      /^Rain\[1\] fell\.\n\n\[1\] By the weather office\.\n\n\[footnote 1\] Nobody refers to this\.$/u,
    );
  });

  it('reads tables with what their cells span', async () => {
    const cell = (words: string, about = ''): string =>
      `<w:tc><w:tcPr>${about}</w:tcPr>${p(words)}</w:tc>`;
    const answer = await wordReader.read(
      wordFile({
        body:
          `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Use', '<w:gridSpan w:val="2"/>')}</w:tr>` +
          `<w:tr>${cell('Upper', '<w:vMerge w:val="restart"/>')}${cell('60 %')}</w:tr>` +
          `<w:tr>${cell('', '<w:vMerge/>')}${cell('25 %')}</w:tr></w:tbl>`,
      }),
      { name: 'a.docx' },
    );
    assert.ok(answer.ok);
    const [table] = answer.document.blocks;
    assert.ok(table?.type === 'table');
    assert.deepEqual(
      table.rows.map((row) =>
        row.map(({ isHeader, columnSpan, rowSpan }) => [isHeader, columnSpan, rowSpan]),
      ),
      [
        [[true, 2, 1]],
        [
          [false, 1, 2],
          [false, 1, 1],
        ],
        [[false, 1, 1]],
      ],
    );
  });

  it('keeps links, pictures with their words, and what stands on every page', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const paper = await read({
      header: p('Draft of the ministry'),
      relations: [
        ['link', 'hyperlink', 'https://example.org/'],
        ['picture', 'image', 'media/image1.png'],
      ],
      files: { 'word/media/image1.png': bytes },
      body:
        `<w:p><w:hyperlink r:id="link">${wordRun('a link')}</w:hyperlink></w:p>` +
        '<w:p><w:r><w:drawing><wp:docPr descr="A map"/><a:blip r:embed="picture"/></w:drawing></w:r></w:p>',
    });
    assert.equal(paper.text, 'Draft of the ministry\n\na link\n\nA map');
    assert.equal(paper.blocks[0]?.role, 'siteText');
    assert.deepEqual(paper.images, [
      { description: 'A map', href: null, bytes, type: 'image/png' },
    ]);
  });

  it('leaves out what was deleted and what is hidden, and says how many comments there are', async () => {
    const paper = await read({
      body:
        `<w:p>${wordRun('kept')}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>` +
        `<w:ins>${wordRun(' added')}</w:ins>${wordRun('secret', '<w:vanish/>')}<w:r><w:commentReference w:id="1"/></w:r></w:p>`,
    });
    assert.equal(paper.text, 'kept added');
    assert.deepEqual(
      paper.problems.map(({ message }) => message),
      ['1 comment is not shown.'],
    );
  });

  it('believes a form at the start, but not who saved the file last', async () => {
    const paper = await read({
      properties:
        '<dc:creator>Last Editor</dc:creator><dc:title>template v2</dc:title><dcterms:modified>2019-01-02T00:00:00Z</dcterms:modified>',
      body:
        p('Impact assessment', '', '<w:b/>') +
        p('Title:') +
        p('Shared rivers in dry years') +
        p('Date:') +
        p('14/08/2024') +
        passage('The rest'),
    });
    const { title, authors, date } = summarizePaper(paper);
    assert.deepEqual([title, authors, date], ['Shared rivers in dry years', [], '2024-08-14']);
  });
});

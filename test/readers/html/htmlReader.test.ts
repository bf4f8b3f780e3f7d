import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readDocument } from '../../../src/core/paper/document/readDocument.ts';
import type { Paper } from '../../../src/core/paper/paper.ts';
import { summarizePaper } from '../../../src/core/paper/summarizePaper.ts';
import { htmlReader, readPage } from '../../../src/readers/html/htmlReader.ts';
import { checkTextMaps } from '../../core/rendering/checkTextMap.ts';

function read(html: string): Paper {
  const paper = readDocument(readPage(html), { format: 'html', name: 'a.html' });
  checkTextMaps(paper);
  return paper;
}

/** A page with a passage around what a test is about, as papers have. */
function page(body: string, head = ''): string {
  const passage =
    'Rivers do not stop at borders, and rules that are made on one bank are felt on the other one, as are its mistakes.';
  return `<!doctype html><head>${head}</head><body><p>${passage}</p>${body}<p>${passage}</p></body>`;
}

const passages = /^Rivers do not stop[^\n]*\n\n|\n\nRivers do not stop[^\n]*$/gu;

/** The reading text of what stands between the passages. */
function textOf(body: string): string {
  return read(page(body)).text.replace(passages, '');
}

describe('htmlReader', () => {
  it('reads a publication page: what it states, what it prints, and what is only around it', () => {
    const paper = read(readFileSync('test/fixtures/pages/publication-page.html', 'utf8'));
    const { sections, ...report } = summarizePaper(paper);
    assert.deepEqual(report, {
      title: 'Shared Rivers, Shared Rules',
      authors: ['Ines Calloway', 'Peter Brandt'],
      date: '2024-06-12',
      publisher: 'Institute for Open Waters',
      keyPoints: [
        'Three basins hold most of the water that crosses a border in the region.',
        'Two of them have a treaty; none has a body that can settle a dispute.',
      ],
      recommendations: [],
      tags: ['Water', 'Treaties'],
      footnotes: 1,
      tables: 1,
      problems: [],
    });
    assert.deepEqual(
      sections.map(({ title }) => title),
      ['Key Points', 'Background'],
    );
    const folded = paper.blocks.filter(({ role }) => role === 'siteText').map(({ text }) => text);
    for (const around of ['About', 'Share', 'Subscribe', 'Home › Papers › Shared Rivers, …'])
      assert.ok(folded.includes(around), around);
    assert.doesNotMatch(paper.text, /steal|document\.title|color: black|↩|¶/u);
  });

  it('knows a body that is stated as author for the publisher, and a title that is stated for the site', () => {
    const stated = (author: string, site: string) => {
      const meta = `<title>Rules for Shared Rivers</title><meta name="author" content="${author}"><meta property="og:site_name" content="${site}">`;
      const { authors, publisher } = summarizePaper(
        read(page('<h1>Rules for Shared Rivers</h1>', meta)),
      );
      return { authors, publisher };
    };
    assert.deepEqual(stated('Institute for Open Waters', 'Rules for Shared Rivers'), {
      authors: [],
      publisher: 'Institute for Open Waters',
    });
    assert.deepEqual(stated('Ines Calloway', 'Open Waters'), {
      authors: ['Ines Calloway'],
      publisher: 'Open Waters',
    });
  });

  it('gives the same text for the same bytes', async () => {
    const bytes = readFileSync('test/fixtures/pages/publication-page.html');
    const texts = await Promise.all(
      [1, 2].map(async () => {
        const answer = await htmlReader.read(bytes, { name: 'a.html' });
        assert.ok(answer.ok);
        return readDocument(answer.document, { format: 'html', name: 'a.html' }).text;
      }),
    );
    assert.equal(texts[0], texts[1]);
  });

  it('numbers lists as browsers do', () => {
    assert.equal(
      textOf(
        '<ol start=3><li>c<ul><li>inner</ul><li value=9>i</ol><ol type=I reversed><li>two<li>one</ol>',
      ),
      '3. c\n  • inner\n9. i\n\nII. two\nI. one',
    );
  });

  it('parts lines at breaks and paragraphs at two of them', () => {
    assert.equal(textOf('<div>a<br>b <br> <br> c</div>d'), 'a\nb\n\nc\n\nd');
  });

  it('reads data in tables, and the blocks of tables that only lay a page out', () => {
    const data = '<table><tr><th>A<th>B</tr><tr><td>1<td><p>2</p><p>3</p></tr></table>';
    assert.equal(textOf(data), 'A\tB\n1\t2 3');
    assert.equal(
      textOf(`<table><tr><td><p>a</p><p>b</p><td>${data}</table>`),
      `a\n\nb\n\nA\tB\n1\t2 3`,
    );
  });

  it('ties notes to their marks and leaves out the way back', () => {
    const { text, blocks } = read(
      page(
        '<p>Water<sup><a href="#n1" id="r1">1</a></sup> and ice<a href="#n2">[2]</a>.</p>' +
          '<ol><li id="n1">On water. <a href="#r1">↩</a></li><li id="n2"><a href="#r2">^</a> On ice.</li></ol>',
      ),
    );
    assert.equal(
      text.replace(passages, ''),
      'Water[1] and ice[2].\n\n[1] On water.\n\n[2] On ice.',
    );
    assert.equal(blocks.filter(({ kind }) => kind === 'footnote').length, 2);
  });

  it('takes headings as they are seen: markers, amounts and names of pictures are none', () => {
    const { blocks } = read(
      page(
        '<h2>Costs</h2><h2>1</h2><p>The first.</p><h2>2.</h2><p>The second.</p>' +
          '<h1>$3.2m</h1><p>was spent.</p><h2>chart_3.png</h2><p>A chart.</p>',
      ),
    );
    assert.deepEqual(
      blocks.slice(1, -1).map(({ kind, ordinal, text }) => [kind, ordinal, text]),
      [
        ['heading', null, 'Costs'],
        ['listItem', '1', 'The first.'],
        ['listItem', '2.', 'The second.'],
        ['paragraph', null, '$3.2m'],
        ['paragraph', null, 'was spent.'],
        ['paragraph', null, 'chart_3.png'],
        ['paragraph', null, 'A chart.'],
      ],
    );
  });

  it('takes bold lines above text for headings where there are several', () => {
    const { blocks } = read(
      page(
        '<p><b>Costs</b></p><p>They rise and rise.</p><p><b>Gains</b></p><p>They fall and fall.</p>',
      ),
    );
    const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
    assert.deepEqual(headings, ['Costs', 'Gains']);
  });

  it('knows a page in another encoding by what it declares', async () => {
    const html = '<meta charset=windows-1251><title>a</title><p>\u0000';
    const bytes = Uint8Array.from(html, (each) => each.charCodeAt(0) || 0xe4);
    const answer = await htmlReader.read(bytes, { name: 'a.html' });
    assert.ok(answer.ok);
    assert.equal(readDocument(answer.document, { format: 'html', name: 'a' }).text, 'д');
  });

  it('makes links and pictures absolute where the page says where it is from', () => {
    const head = '<link rel=canonical href="https://example.org/a/b.html">';
    const { blocks } = readPage(
      page(
        '<p><a href="c.html">c</a> <a href="#x">x</a> <a href="javascript:alert(1)">j</a> <img src="/p.png" alt=p> <img src="q.png" alt=q></p><p id=x>y</p>',
        head,
      ),
    );
    const line = blocks[1]?.type === 'paragraph' ? blocks[1].content : [];
    assert.deepEqual(
      line.flatMap((inline) =>
        inline.type === 'text' && inline.text.trim() !== ''
          ? [inline.href]
          : inline.type === 'image'
            ? [inline.image.href]
            : [],
      ),
      ['https://example.org/a/c.html', '#x', undefined, 'https://example.org/p.png', 'q.png'],
    );
    assert.equal(blocks[2]?.id, 'x');
  });

  it('takes pictures out of their addresses, but no drawings, and no pixels that count visitors', () => {
    const { blocks } = readPage(
      page(
        '<p><img src="data:image/png;base64,AQI="><img src="data:image/svg+xml;base64,AQI=" alt=drawing><img src="t.gif" width=1 height=1></p>',
      ),
    );
    const line = blocks[1]?.type === 'paragraph' ? blocks[1].content : [];
    const images = line.flatMap((inline) => (inline.type === 'image' ? [inline.image] : []));
    assert.deepEqual(images, [
      { description: '', href: null, bytes: new Uint8Array([1, 2]), type: 'image/png' },
      { description: 'drawing', href: null, bytes: null, type: '' },
    ]);
  });

  it('reads what is nested tens of thousands deep, and what is never closed', () => {
    for (const open of ['<div>', '<blockquote><ul><li>', '<b><i><font>', '<table><tr><td>']) {
      const paper = read(`<h1>A title</h1>${open.repeat(20_000)}at the bottom`);
      assert.match(paper.text, /at the bottom/u);
    }
  }).timeout(30_000);

  it('is an empty paper for a page without words', () => {
    for (const html of ['', '<html>', '<script>a</script>', '<!-- -->'])
      assert.equal(read(html).text, '');
  });
});

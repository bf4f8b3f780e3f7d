import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import type { ReaderOptions } from '../../../src/readers/reader.ts';
import { pdfReader } from '../../../src/readers/pdf/pdfReader.ts';
import type { MadePage } from '../../support/madeContent.ts';
import type { MadeFile } from '../../support/madePdf.ts';
import { column, manyPages } from '../../support/madeContent.ts';
import { madePdf } from '../../support/madePdf.ts';
import { readDocumentOf, reader } from '../../support/readMadePdf.ts';
import { shownDocument } from '../../support/shownDocument.ts';

const words = ['A gauge is a rule in the water and', 'a hut beside it.'];
const page = column(words, { x: 60, y: 100 });
const shown = ['{1}', words.join(' ')];
const made = (file: MadeFile = {}) => madePdf([page], file);

/** The failure and its message, or what was read. */
async function answerTo(bytes: Uint8Array, options: Partial<ReaderOptions> = {}): Promise<unknown> {
  const answer = await reader.read(bytes, { name: 'river.pdf', ...options });
  return answer.ok ? shownDocument(answer.document) : [answer.failure, answer.message];
}

/** The bytes as text of one byte each, changed, as bytes again. */
function changed(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  return new Uint8Array(Buffer.from(change(Buffer.from(bytes).toString('latin1')), 'latin1'));
}

describe('a bad PDF', () => {
  it('that is empty, no PDF, or cut short is answered with one line', async () => {
    const damaged = [
      'damaged',
      'river.pdf is damaged or not a whole PDF. Get it once more from where it came from.',
    ];
    assert.deepEqual(await answerTo(new Uint8Array()), ['empty', 'river.pdf is empty.']);
    assert.deepEqual(await answerTo(new TextEncoder().encode('<html>')), damaged);
    assert.deepEqual(await answerTo(new TextEncoder().encode('%PDF-1.7\n')), damaged);
    const bytes = made();
    assert.deepEqual(await answerTo(bytes.subarray(0, bytes.length / 3)), damaged);
  });

  it('with a byte missing, or its table of objects in the wrong place, is read all the same', async () => {
    const bytes = made();
    const inText = Buffer.from(bytes).indexOf('Helvetica-Oblique');
    const oneLess = Uint8Array.from([...bytes.subarray(0, inText), ...bytes.subarray(inText + 1)]);
    assert.deepEqual(await answerTo(oneLess), shown);
    const astray = changed(bytes, (text) => text.replace(/startxref\n\d+/, 'startxref\n7'));
    assert.deepEqual(await answerTo(astray), shown);
  });

  it('that is locked with a password says so', async () => {
    const key = '0123456789abcdef0123456789abcdef';
    const trailer = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O (${key}) /U (${key}) /P -4 >>`;
    assert.deepEqual(await answerTo(made({ trailer })), [
      'encrypted',
      'river.pdf is locked with a password. Save a copy without one and open that.',
    ]);
  });

  it('with scripts and actions is read, and nothing of them is run', async () => {
    const action = '<< /S /JavaScript /JS (app.alert\\(1\\); globalThis.wasRun = true) >>';
    const catalog = `/OpenAction ${action} /AA << /WC ${action} >> /Names << /JavaScript << /Names [(a) ${action}] >> >>`;
    assert.deepEqual(await answerTo(made({ catalog })), shown);
    assert.equal('wasRun' in globalThis, false);
  });

  it('with files in it names them', async () => {
    // The objects of a made file that come before these.
    const first = 13;
    const objects = [
      '<< /Type /EmbeddedFile /Length 2 >>\nstream\nhi\nendstream',
      `<< /Type /Filespec /F (gauges.xls) /UF (gauges.xls) /EF << /F ${first} 0 R >> >>`,
    ];
    const catalog = `/Names << /EmbeddedFiles << /Names [(gauges.xls) ${first + 1} 0 R] >> >>`;
    const { problems } = await readDocumentOf(made({ objects, catalog }));
    assert.deepEqual(problems, ['This PDF carries the files gauges.xls. They are not opened.']);
  });

  it('without text says that it needs OCR, and keeps its pages', async () => {
    const { blocks, problems, pageLabels } = await readDocumentOf(madePdf([[], []]));
    assert.deepEqual(problems, [
      'This PDF has no text, only pictures of its pages. Run it through OCR to read it here.',
    ]);
    assert.deepEqual(
      [blocks, pageLabels],
      [
        [
          { type: 'page', page: 0 },
          { type: 'page', page: 1 },
        ],
        ['1', '2'],
      ],
    );
  });

  it('whose fonts need a map that is not at hand says which', async () => {
    const chinese = madePdf([[{ text: '水是共有的', x: 60, y: 100, font: 'chinese' }]]);
    assert.deepEqual(shownDocument(await readDocumentOf(chinese)), ['{1}', '水是共有的']);
    const poor = pdfReader(() => Promise.reject(new Error('not there')));
    const answer = await poor.read(chinese, { name: 'river.pdf' });
    assert.deepEqual(answer.ok && answer.document.problems.slice(0, 1), [
      'Some characters can\u2019t be read: the map UniGB-UCS2-H of their font is missing.',
    ]);
  });

  it('that takes ligatures for their last letters is read as it names them', async () => {
    const map =
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange 3 beginbfchar <01> <0068> <02> <0069> <61> <0061> endbfchar endcmap end end';
    const bytes = madePdf([column(['\u0001e \u0002rst a'], { x: 60, y: 100 })], {
      objects: [`<< /Length ${map.length} >>\nstream\n${map}\nendstream`],
    });
    const named = changed(bytes, (text) =>
      text.replace(
        '/BaseFont /Helvetica /Encoding /WinAnsiEncoding',
        '/BaseFont /Helvetica /ToUnicode 13 0 R /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /T_h /fi] >>',
      ),
    );
    assert.deepEqual(await answerTo(named), ['{1}', 'The first a']);
  });

  it('whose tree of pages goes round, or claims a million pages, ends', async () => {
    const round = changed(made(), (text) => text.replace(/\/Kids \[\d+ 0 R\]/, '/Kids [2 0 R]'));
    const many = changed(made(), (text) => text.replace('/Count 1 ', '/Count 1000000 '));
    for (const bytes of [round, many]) {
      const answer = await reader.read(bytes, { name: 'river.pdf' });
      assert.ok(!answer.ok || answer.document.pageLabels.length < 100);
    }
  });

  it('whose page is a bomb is cut, and says so', async () => {
    const line = 'BT /regular 1 Tf 60 700 Td (a) Tj 30 0 Td (b) Tj ET\n';
    const bomb = deflateSync(Buffer.from(line.repeat(200_000)));
    const bytes = changed(made(), (text) =>
      text.replace(
        /<< \/Length \d+ >>\nstream\n(?=BT)[^]*?\nendstream/,
        () =>
          `<< /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n${bomb.toString('latin1')}\nendstream`,
      ),
    );
    const { problems } = await readDocumentOf(bytes);
    assert.deepEqual(problems, ['Some pages hold more text than is read of a page.']);
  }).timeout(20_000);
});

describe('reading a PDF', () => {
  const pages = manyPages(12);

  it('tells how far it is and shows the beginning, which changes nothing', async () => {
    const progress: string[] = [];
    const beginnings: string[][] = [];
    const options: ReaderOptions = {
      name: 'river.pdf',
      onProgress: (done, total) => progress.push(`${done}/${total}`),
      onBeginning: (document) => beginnings.push(shownDocument(document)),
    };
    const whole = await reader.read(madePdf(pages), options);
    assert.deepEqual(beginnings, [
      [
        '{1}',
        'Page AAA of the treaty says what all know.',
        '{2}',
        'Page AAB of the treaty says what all know.',
      ],
    ]);
    assert.deepEqual([progress[0], progress.at(-1)], ['1/12', '12/12']);
    assert.deepEqual(whole, await reader.read(madePdf(pages), { name: 'river.pdf' }));
  });

  it('shows the beginning of a long paper before a tenth of it is read, behind pictures too', async () => {
    const beginning = async (pages: readonly MadePage[]) => {
      let read = 0;
      const begun: { read: number; shown: string[] }[] = [];
      await reader.read(madePdf(pages), {
        name: 'treaty.pdf',
        onProgress: (done) => (read = done),
        onBeginning: (document) => {
          begun.push({ read, shown: shownDocument(document) });
        },
      });
      return begun;
    };
    assert.deepEqual(await beginning(manyPages(120)), [
      {
        read: 2,
        shown: [
          ...['{1}', 'Page AAA of the treaty says what all know.'],
          ...['{2}', 'Page AAB of the treaty says what all know.'],
        ],
      },
    ]);
    const behind = await beginning([[], [], [], [], ...manyPages(120)]);
    assert.deepEqual(
      behind.map(({ read }) => read),
      [5],
    );
    const pictures = await beginning(Array.from({ length: 120 }, () => []));
    assert.deepEqual(
      pictures.map(({ read }) => read),
      [11],
    );
  });

  it('stops between two pages when it is cancelled', async () => {
    const stop = new AbortController();
    let last = 0;
    const answer = await reader.read(madePdf(pages), {
      name: 'river.pdf',
      signal: stop.signal,
      onProgress(done) {
        last = done;
        if (done === 3) stop.abort();
      },
    });
    assert.deepEqual(
      [answer, last],
      [{ ok: false, failure: 'cancelled', message: 'Reading river.pdf was cancelled.' }, 3],
    );
  });

  it('leaves the bytes as they are, those of a Node buffer too', async () => {
    const made = madePdf(pages);
    for (const bytes of [madePdf(pages), Buffer.from(made)]) {
      const answer = await reader.read(bytes, { name: 'river.pdf' });
      assert.equal(answer.ok, true);
      assert.deepEqual(new Uint8Array(bytes), made);
    }
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { manyPages } from '../../support/madeContent.ts';
import { madePdf } from '../../support/madePdf.ts';
import { readDocumentOf, reader } from '../../support/readMadePdf.ts';
import { shownDocument } from '../../support/shownDocument.ts';

const whole = madePdf(manyPages(6), { info: { Title: 'The Treaty', Producer: 'a test' } });
const again = 'Get it once more from where it came from.';

/** Where the page with a word in it stands in the bytes. */
const placeOf = (word: string) => Buffer.from(whole).indexOf(word);

async function read(bytes: Uint8Array): Promise<{ shown: string[]; problems: readonly string[] }> {
  const document = await readDocumentOf(bytes);
  return { shown: shownDocument(document), problems: document.problems };
}

function pages(...letters: readonly string[]): string[] {
  return letters.flatMap((letter, at) => [
    `{${at + 1}}`,
    `Page AA${letter} of the treaty says what all know.`,
  ]);
}

/** The same file as newer programs write it: objects packed in a stream, without tables behind them. */
function packed(isEncrypted = false): Buffer {
  const text = Buffer.from(whole).toString('latin1');
  const objects = [...text.matchAll(/(\d+) 0 obj\n([^]*?)\nendobj/g)].map(
    ([, number = '', content = '']) => ({ number, content }),
  );
  const inside = objects.filter(({ content }) => !content.includes('stream'));
  let offset = 0;
  const places = inside.map(({ number, content }) => {
    const place = `${number} ${offset}`;
    offset += content.length + 1;
    return place;
  });
  const head = `${places.join(' ')} `;
  const data = deflateSync(head + inside.map(({ content }) => content).join('\n'));
  const streams = objects.filter(({ content }) => content.includes('stream'));
  const lock = isEncrypted ? '98 0 obj\n<< /Filter /Standard /V 1 /R 2 >>\nendobj\n' : '';
  const all = [
    lock,
    `99 0 obj\n<< /Type /ObjStm /N ${inside.length} /First ${head.length} /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream\nendobj\n`,
    ...streams.map(({ number, content }) => `${number} 0 obj\n${content}\nendobj\n`),
  ];
  return Buffer.from(`%PDF-1.7\n${all.join('')}`, 'latin1');
}

describe('a PDF whose end is missing', () => {
  it('is read as far as it goes, and says how many pages are left', async () => {
    const cut = whole.subarray(0, placeOf('AAD'));
    const { shown, problems } = await read(cut);
    assert.deepEqual(shown, pages('A', 'B', 'C'));
    assert.deepEqual(problems, [
      `This file is damaged and a part of it is missing: 3 of 6 pages are read. ${again}`,
    ]);
    assert.deepEqual(await read(cut), { shown, problems });
  });

  it('has the page that it breaks off in as far as that goes', async () => {
    const bytes = packed();
    const { shown } = await read(bytes.subarray(0, bytes.lastIndexOf('what all know')));
    assert.deepEqual(shown.slice(0, -2), pages('A', 'B', 'C', 'D', 'E'));
    assert.deepEqual(shown.slice(-2), ['{6}', 'Page AAF of the treaty says']);
  });

  it('is read where its objects are packed', async () => {
    const { shown } = await read(packed());
    assert.deepEqual(shown, pages('A', 'B', 'C', 'D', 'E', 'F'));
    const answer = await reader.read(packed(true), { name: 'treaty.pdf' });
    assert.equal(!answer.ok && answer.failure, 'damaged');
  });

  it('counts pages that are missing between others', async () => {
    const text = Buffer.from(whole).toString('latin1');
    // The content of a page under a number that nothing refers to.
    const holed = text
      .replace(/\d+( 0 obj\n<< \/Length \d+ >>\nstream\nBT(?:(?!endstream)[^])*AAB)/, '999$1')
      .slice(0, text.indexOf('AAE'));
    const { shown, problems } = await read(Buffer.from(holed, 'latin1'));
    assert.deepEqual(shown, [...pages('A'), '{2}', ...pages('A', 'B', 'C', 'D').slice(4)]);
    assert.deepEqual(problems, [
      `This file is damaged and a part of it is missing: 3 of 6 pages are read. ${again}`,
      "Page 2 can't be read: the file is damaged there.",
    ]);
  });

  it('leaves out what is written in fonts that are gone, but for letters that need none', async () => {
    const text = Buffer.from(whole).toString('latin1');
    const fontless = text
      .replace(/3( 0 obj\n<< \/Type \/Font)/, '998$1')
      .slice(0, text.indexOf('AAE'));
    const { shown } = await read(Buffer.from(fontless, 'latin1'));
    assert.deepEqual(shown, pages('A', 'B', 'C', 'D'));
    const coded = fontless.replace(/\(Page AAB[^)]*\) Tj/, '(3DJH$$$%RIWKHWUHDW) Tj');
    const { shown: left, problems } = await read(Buffer.from(coded, 'latin1'));
    assert.deepEqual(left, [...pages('A'), '{2}', ...pages('A', 'B', 'C', 'D').slice(4)]);
    assert.deepEqual(problems.slice(1), [
      'Page 2: some text is left out, since its fonts are missing; in page view it has wrong letters.',
    ]);
  });

  it('gives an answer wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (end) => {
        const answer = await reader.read(whole.subarray(0, end), { name: 'treaty.pdf' });
        if (!answer.ok) return ['empty', 'damaged'].includes(answer.failure);
        return shownDocument(answer.document).length > 0;
      }),
      { numRuns: 40 },
    );
  });

  const real = path.resolve('../shared/corpus/nasty/truncated.pdf');
  (existsSync(real) ? it : it.skip)('is read where a real one is at hand', async () => {
    const { shown, problems } = await read(new Uint8Array(readFileSync(real)));
    assert.ok(shown.join('\n').length > 20_000);
    assert.match(problems[0] ?? '', /damaged and a part of it is missing/);
  });
});

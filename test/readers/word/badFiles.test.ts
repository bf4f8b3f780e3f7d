import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { readDocument } from '../../../src/core/paper/document/readDocument.ts';
import { wordReader } from '../../../src/readers/word/wordReader.ts';
import { wordFile, wordParagraph as p } from '../../support/wordFile.ts';

describe('a bad Word file', () => {
  it('says what is wrong with a file that is damaged or made to harm', async () => {
    const whole = wordFile({ body: p('a') });
    const bomb = zipSync({
      'word/document.xml': [strToU8('<w:document/>'), { level: 0 }],
      'word/media/a.png': new Uint8Array(40_000_000),
    });
    const messages = await Promise.all(
      [whole.subarray(0, 60), bomb, zipSync({ a: new Uint8Array(1) })].map(async (bytes) => {
        const answer = await wordReader.read(bytes, { name: 'a.docx' });
        return answer.ok ? 'read' : answer.failure;
      }),
    );
    assert.deepEqual(messages, ['damaged', 'tooLarge', 'damaged']);
  });

  it('reads a file whose end is missing as far as it goes, and says so', async () => {
    const words = Array.from({ length: 400 }, (_, at) =>
      p(`Gauge ${at} by the ${at * 7919} river`),
    );
    const whole = wordFile({ body: words.join('') });
    const read = async (end: number) => {
      const answer = await wordReader.read(whole.subarray(0, end), { name: 'a.docx' });
      if (!answer.ok) return answer.failure;
      const { text } = readDocument(answer.document, { format: 'docx', name: 'a.docx' });
      return { text, problems: answer.document.problems };
    };
    const all = await read(whole.length);
    assert.ok(typeof all === 'object');
    assert.deepEqual(all.problems, []);
    const noDirectory = await read(whole.length - 40);
    assert.ok(typeof noDirectory === 'object');
    assert.equal(noDirectory.text, all.text);
    assert.match(noDirectory.problems.join(), /its end is missing/u);
    const half = await read(whole.length / 2);
    assert.ok(typeof half === 'object');
    assert.ok(half.text.length > 500 && half.text.length < all.text.length);
    assert.ok(all.text.startsWith(half.text.slice(0, 500)));
    for (let end = 0; end < whole.length; end += 97) {
      const part = await read(end);
      assert.ok(typeof part === 'object' || part === 'damaged', String(end));
    }
  });

  it('does not expand entities that a file declares, and reads what is not closed', async () => {
    const bytes = zipSync({
      'word/document.xml': strToU8(
        '<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;">]><w:document><w:body><w:p><w:r><w:t>a &y; b',
      ),
    });
    const answer = await wordReader.read(bytes, { name: 'a.docx' });
    assert.ok(answer.ok);
    assert.equal(readDocument(answer.document, { format: 'docx', name: 'a.docx' }).text, 'a &y; b');
  });
});

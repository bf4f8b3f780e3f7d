import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { sniff } from '../../../src/readers/sniff/sniff.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text, (each) => each.charCodeAt(0) & 255);

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (each) => each.charCodeAt(0))];
  return Uint8Array.from(
    units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

/** The text that is read, with the notes on how. */
function read(bytes: Uint8Array, name = 'a.txt'): unknown {
  const found = sniff(bytes, name);
  if (!found.ok) return found.message;
  return 'text' in found
    ? [found.format, found.text, ...found.notes]
    : [found.format, ...found.notes];
}

describe('sniff', () => {
  it('reads text in the encodings that papers come in', () => {
    const text = 'Water – “shared”';
    assert.deepEqual(read(utf8(text)), ['text', text]);
    assert.deepEqual(read(utf8(`\ufeff${text}`)), ['text', text]);
    assert.deepEqual(read(utf16(text, 'le', true)), ['text', text]);
    assert.deepEqual(read(utf16(text, 'be', true)), ['text', text]);
    assert.deepEqual(read(utf16('Rivers of the plain', 'le', false)), [
      'text',
      'Rivers of the plain',
      'Read as UTF-16LE.',
    ]);
    assert.deepEqual(read(utf16('Rivers of the plain', 'be', false)), [
      'text',
      'Rivers of the plain',
      'Read as UTF-16BE.',
    ]);
    assert.deepEqual(read(bytesOf('Water \u0096 \u0093caf\u00e9\u0094')), [
      'text',
      'Water – “café”',
      'Read as Windows-1252.',
    ]);
  });

  it('keeps UTF-8 in which a byte is broken', () => {
    assert.deepEqual(read(new Uint8Array([...utf8('é “a” '), 0xff])), [
      'text',
      'é “a” \ufffd',
      '1 byte is no valid UTF-8 and is shown as \ufffd.',
    ]);
  });

  it('lets a few control characters stand, and refuses what is binary', () => {
    assert.deepEqual(read(utf8('a paper\0 with a NUL in it')), [
      'text',
      'a paper\0 with a NUL in it',
    ]);
    assert.equal(
      read(new Uint8Array(200).fill(3), 'a.txt'),
      'a.txt is a binary file, not a paper.',
    );
  });

  it('goes by the content and notes a name that says otherwise', () => {
    const page = utf8('<!-- saved --><!DOCTYPE html><title>Rivers</title>');
    assert.deepEqual(read(page, 'rivers.html'), ['html']);
    assert.deepEqual(read(page, 'rivers.txt'), [
      'html',
      'The name ends in ".txt", but the content reads as HTML.',
    ]);
    assert.deepEqual(read(utf8('%PDF-1.7\n'), 'rivers.pdf'), ['pdf']);
    assert.deepEqual(read(utf8('%PDF-1.7\n'), 'rivers.docx'), [
      'pdf',
      'The name ends in ".docx", but the content is a PDF document.',
    ]);
    assert.deepEqual(read(bytesOf('PK\u0003\u0004\0\0word/document.xml'), 'a.zip'), [
      'docx',
      'The name ends in ".zip", but the content is a Word document.',
    ]);
    assert.deepEqual(read(utf8('# A title\n\n**a** [b](c)\n\n[^1]: d\n'), 'a.txt'), [
      'markdown',
      '# A title\n\n**a** [b](c)\n\n[^1]: d\n',
      'The name ends in ".txt", but the content reads as Markdown.',
    ]);
    assert.deepEqual(read(utf8('plain words'), 'a.md'), [
      'text',
      'plain words',
      'The name ends in ".md", but nothing in it is Markdown.',
    ]);
    assert.deepEqual(read(utf8('a <b>bold</b> claim'), 'a.htm'), ['html']);
    assert.deepEqual(read(utf8('no tag at all'), 'a.htm'), [
      'text',
      'no tag at all',
      'The name ends in ".htm", but the content reads as plain text.',
    ]);
  });

  it('says of what is not read what it is and what to do', () => {
    const old = '\u00d0\u00cf\u0011\u00e0\0\0';
    const office = 'Save it as .docx, PDF, HTML or text, and open that.';
    const cases: readonly (readonly [string, string])[] = [
      ['', 'is empty.'],
      [' \n\t', 'is blank: there is nothing in it but white space.'],
      [`${old}words`, `is an old Office document (.doc), which is not read. ${office}`],
      [
        `${old}${'EncryptedPackage'.replace(/(?<=.)(?=.)/gu, '\0')}`,
        'is locked with a password. Open it in Word, save it without the password, and open that.',
      ],
      ['{\\rtf1 a}', `is a Rich Text file, which is not read yet. ${office}`],
      [
        'PK\u0003\u0004mimetypeapplication/epub+zip',
        `is an EPUB book, which is not read yet. ${office}`,
      ],
      [
        'PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.text',
        `is an OpenDocument file, which is not read yet. ${office}`,
      ],
      ['PK\u0003\u0004a/b.txt', 'is a ZIP archive. Unpack it, and open what is in it.'],
      ['\u0089PNG\r\n', 'is a picture, not a paper.'],
    ];
    for (const [content, message] of cases)
      assert.equal(read(bytesOf(content), 'a.bin'), `a.bin ${message}`);
  });

  it('has an answer for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, name) => {
        const found = sniff(bytes, name);
        assert.ok(found.ok || found.message.startsWith(name));
      }),
    );
  });
});

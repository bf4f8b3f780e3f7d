import assert from 'node:assert/strict';
import { anchorAll } from '../../../src/core/anchoring/anchorAll.ts';
import { describeRange } from '../../../src/core/anchoring/describeRange.ts';

/** What a passage reads as before, and after the text came back from another program. */
const cases = [
  [
    'composed and decomposed letters',
    'the \u00e9tude of na\u00efve',
    'the e\u0301tude of nai\u0308ve',
  ],
  [
    'decomposed and composed letters',
    'the e\u0301tude of nai\u0308ve',
    'the \u00e9tude of na\u00efve',
  ],
  ['ligatures', 'five efficient final flows', '\ufb01ve e\ufb03cient \ufb01nal \ufb02ows'],
  ['soft hyphens', 'international reservation', 'inter\u00adnational reser\u00advation'],
  [
    'a hyphen and a line break in a word',
    'the international treaty',
    'the interna-\ntional treaty',
  ],
  ['the same with a carriage return', 'the international treaty', 'the interna-\r\ntional treaty'],
  ['no-break spaces', 'EUR 20 million in 2031', 'EUR\u00a020\u202fmillion in\u00a02031'],
  [
    'zero-width characters',
    'the lower basin states',
    '\u200bthe lo\u200bwer\u2060 basin\ufeff states',
  ],
  [
    'curly quotes',
    'a "fair" share of \'dry\' years',
    'a \u201cfair\u201d share of \u2018dry\u2019 years',
  ],
  ['dashes', 'the years 2031\u20132040 \u2013 at most', 'the years 2031-2040 - at most'],
  ['CRLF', 'the first line\nand the second', 'the first line\r\nand the second'],
  ['LF', 'the first line\r\nand the second', 'the first line\nand the second'],
  ['Markdown escapes', 'a * b, [sic] and file_name', 'a \\* b, \\[sic\\] and file\\_name'],
  [
    'character references of Markdown',
    'the \u201cmean\u201d flow \u2013 a fiction \u2013 divides',
    'the &quot;mean&quot; flow &ndash; a fiction &ndash; divides',
  ],
  ['escapes that are gone', 'a \\* b, \\[sic\\] and file\\_name', 'a * b, [sic] and file_name'],
] as const;

describe('a passage that only reads as it did', () => {
  const around = (passage: string) =>
    `Before it stands a paragraph.\n\nHere ${passage}, which goes on.\n\nBehind it stands another.`;

  for (const [name, before, after] of cases) {
    it(`is found whole, and is no change: ${name}`, () => {
      const old = around(before);
      const start = old.indexOf(before);
      const target = describeRange(old, start, start + before.length);
      const text = `# A new heading\n\n${around(after)}`;
      const [anchor] = anchorAll(text, [target]);
      assert.ok(anchor);
      assert.equal(
        text.slice(anchor.start, anchor.end).replace(/^\u200b/u, ''),
        after.replace(/^\u200b/u, ''),
      );
      assert.equal(anchor.how, 'moved');
    });
  }
});

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readDocument } from '../../../src/core/paper/document/readDocument.ts';
import { readPage } from '../../../src/readers/html/htmlReader.ts';
import { checkTextMaps } from '../../core/rendering/checkTextMap.ts';

const names = [
  ...[
    'div',
    'p',
    'span',
    'b',
    'h1',
    'h2',
    'ul',
    'ol',
    'li',
    'table',
    'tr',
    'td',
    'th',
    'caption',
    'nav',
  ],
  ...[
    'aside',
    'footer',
    'header',
    'article',
    'main',
    'blockquote',
    'pre',
    'a',
    'sup',
    'figure',
    'dl',
    'dt',
  ],
  ...['dd', 'form', 'button', 'details', 'summary', 'label', 'section', 'center', 'font', 'q'],
];
const classes = [
  '',
  ' class="share"',
  ' class="byline"',
  ' id="a"',
  ' href="#a"',
  ' hidden',
  ' style="display:none"',
];

/** A tag, an end tag or a word that stands nowhere else; balanced or not. */
const pieces = fc.array(
  fc.oneof(
    fc
      .record({ name: fc.constantFrom(...names), more: fc.constantFrom(...classes) })
      .map(({ name, more }) => `<${name}${more}>`),
    fc.constantFrom(...names).map((name) => `</${name}>`),
    fc.constant('word'),
    fc.constantFrom(
      '<br>',
      '<hr>',
      '<img alt="picture" src="a.png">',
      '&amp;',
      ' ',
      '<!-- -->',
      '<',
    ),
  ),
  { maxLength: 60 },
);

describe('any page', () => {
  it('is read without a word being lost or changing places', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        let count = 0;
        const html = parts.map((part) => (part === 'word' ? ` w${(count += 1)}x ` : part)).join('');
        const { text } = readDocument(readPage(html), { format: 'html', name: 'a.html' });
        for (let word = 1; word <= count; word += 1)
          assert.equal(text.split(`w${word}x`).length, 2, `w${word}x in ${html}`);
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);

  it('is rendered with an exact text map', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        checkTextMaps(readDocument(readPage(parts.join('')), { format: 'html', name: 'a.html' }));
      }),
      { numRuns: 200 },
    );
  }).timeout(60_000);
});

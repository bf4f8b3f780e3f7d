import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldAlike, foldText } from '../../../src/core/anchoring/foldedText.ts';

describe('foldText', () => {
  const cases = [
    ['runs of white space of any kind', 'a \t\r\n\u00a0\u2009 b', 'a b'],
    ['single quotes', '‘a’ ‚b‛ `c´', "'a' 'b' 'c'"],
    ['double quotes', '“a” „b‟ «c»', '"a" "b" "c"'],
    ['dashes between blanks', 'a – b — c -- d − e', 'a - b - c - d - e'],
    [
      'hyphens and dashes inside words',
      'well-known, north–south, a--b',
      'wellknown, northsouth, ab',
    ],
    ['hyphens at the end of a line', 'interna-\n  tional', 'international'],
    [
      'soft hyphens and zero-width characters',
      'in\u00adter\u200bna\ufeff\u2060tional',
      'international',
    ],
    ['ligatures and the ellipsis', 'eﬃcient ﬁgures…', 'efficient figures...'],
    ['decomposed letters', 'e\u0301tude', 'étude'],
    ['decomposed syllables', '\u1112\u1161\u11ab', '한'],
    ['Markdown escapes', '1\\. a\\*b \\\\ c\\d', '1. a*b \\ c\\d'],
    ['character references', 'R&amp;D &ldquo;a&rdquo;&nbsp;&ndash; b&hellip;', 'R&D "a" - b...'],
    [
      'character references by number',
      '&#8216;a&#x2019; in&#173;ter&#8211;national',
      "'a' international",
    ],
    ['nothing', '', ''],
  ] as const;
  for (const [name, text, expected] of cases) {
    it(`folds ${name}`, () => {
      assert.equal(foldText(text), expected);
    });
  }

  it('keeps dashes before numbers, in empty space and between paragraphs', () => {
    assert.equal(foldText('from -3 to 5-7 -\n\nx'), 'from -3 to 5-7 - x');
    assert.equal(foldText('end-\n\nBegin'), 'end- Begin');
  });

  it('keeps what only looks like a character reference', () => {
    for (const text of ['AT&T; a', '& amp;', '&amp a', '&#0;', '&#x110000;', '&;', '\\&amp;']) {
      assert.equal(foldText(text), text.replace('\\', ''));
    }
  });

  it('folds all of a text at once', () => {
    assert.equal(
      foldText('The  eﬃ-\ncient “e\u0301tude”&nbsp;&ndash; x'),
      'The efficient "étude" - x',
    );
    assert.equal(foldText('ﬃ…'.repeat(500)), 'ffi...'.repeat(500));
  });

  it('folds what is folded already to itself', () => {
    const unit = fc.constantFrom('a', 'é', ' ', "'", '"', 'b', '.', '7');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        assert.equal(foldText(foldText(text)), foldText(text));
      }),
    );
  });
});

describe('foldAlike', () => {
  it('tells whether two texts fold to the same, for any two', () => {
    const parts = fc.constantFrom(
      ...[
        'word',
        'e\u0301',
        '\u00e9',
        '\ufb01',
        'fi',
        ' ',
        '  ',
        '\n',
        '-',
        '\u2013',
        '-\n',
        '\u00ad',
      ],
      ...['\u2019', "'", '\\', '*', '1998', '.', ',', '_'],
    );
    const texts = fc.array(parts, { maxLength: 4 }).map((each) => each.join(''));
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        assert.equal(foldAlike(one, other), foldText(one) === foldText(other));
      }),
      { numRuns: 2000 },
    );
  });
});

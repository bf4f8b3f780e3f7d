import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldAlike, foldText } from '../../../src/core/anchoring/foldedText.ts';

const folded = (text: string) => foldText(text).text;

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
      assert.equal(folded(text), expected);
    });
  }

  it('keeps dashes before numbers, in empty space and between paragraphs', () => {
    assert.equal(folded('from -3 to 5-7 -\n\nx'), 'from -3 to 5-7 - x');
    assert.equal(folded('end-\n\nBegin'), 'end- Begin');
  });

  it('keeps what only looks like a character reference', () => {
    for (const text of ['AT&T; a', '& amp;', '&amp a', '&#0;', '&#x110000;', '&;', '\\&amp;']) {
      assert.equal(folded(text), text.replace('\\', ''));
    }
  });

  it('has room for texts that get longer', () => {
    const { text, sourceRange } = foldText('ﬃ…'.repeat(500));
    assert.equal(text, 'ffi...'.repeat(500));
    assert.deepEqual(sourceRange(2997, 3000), { start: 999, end: 1000 });
  });

  it('knows where each part came from', () => {
    const text = 'The  eﬃ-\ncient “e\u0301tude”&nbsp;&ndash; x';
    const { text: shown, sourceRange } = foldText(text);
    const at = (part: string) => {
      const start = shown.indexOf(part);
      const range = sourceRange(start, start + part.length);
      return text.slice(range.start, range.end);
    };
    assert.equal(shown, 'The efficient "étude" - x');
    assert.equal(at('" - x'), '”&nbsp;&ndash; x');
    assert.equal(at('-'), '&ndash;');
    assert.equal(at('efficient'), 'eﬃ-\ncient');
    assert.equal(at('"étude"'), '“e\u0301tude”');
    assert.equal(at(' '), '  ');
  });

  it('goes to the source and back, for any text', () => {
    const pieces = fc.constantFrom(
      'a',
      'e\u0301',
      ' ',
      '\n',
      '-',
      '“',
      '\u00ad',
      'ﬁ',
      '📌',
      '—',
      '&ndash;',
      '&amp;',
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join('')),
        (text) => {
          const { text: shown, sourceRange, foldedOffset } = foldText(text);
          let end = 0;
          for (let at = 0; at < shown.length; at += 1) {
            const range = sourceRange(at, at + 1);
            assert.ok(range.start < range.end && range.end <= text.length && range.end >= end);
            assert.ok(foldedOffset(range.start) <= at && foldedOffset(range.end) > at);
            end = range.end;
          }
          assert.deepEqual(sourceRange(shown.length, shown.length), {
            start: text.length,
            end: text.length,
          });
        },
      ),
    );
  });

  it('folds what is folded already to itself', () => {
    const unit = fc.constantFrom('a', 'é', ' ', "'", '"', 'b', '.', '7');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        assert.equal(folded(folded(text)), folded(text));
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
        assert.equal(foldAlike(one, other), folded(one) === folded(other));
      }),
      { numRuns: 2000 },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Token } from 'markdown-it';
import { tokensOf } from '../../../../src/core/paper/chunks.ts';
import { readText } from '../../../../src/core/paper/text/readText.ts';
import { sourceOf, type ContentMap } from '../../../../src/core/paper/tokens.ts';

/** Every run of a content map that maps character by character says what the source says. */
function assertMapped(text: string, content: string, map: ContentMap): void {
  for (let run = 0; run < map.length; run += 4) {
    const [at = 0, source = 0, length = 0, sourceLength = 0] = map.slice(run, run + 4);
    if (length === sourceLength && length > 1) {
      assert.equal(content.slice(at, at + length), text.slice(source, source + length));
    }
  }
}

function mappedTokens(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => [token, ...(token.children ?? [])]);
}

describe('readText: every text', () => {
  const piece = fc.constantFrom(
    ...[
      '• ',
      '- ',
      '1. ',
      '(a) ',
      'iv. ',
      '    ',
      '\n',
      '\n\n',
      '\r\n',
      '\f',
      '\t',
      'Word',
      'and so on',
    ],
    ...[
      'KEY',
      ':',
      '.',
      ',',
      '-\n',
      'Review 3',
      '___',
      '|a|b|',
      '\u200b',
      '\u00a0',
      'www.a.org',
      '[1] ',
      '🇫🇷',
    ],
  );
  const texts = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  it('is covered by blocks in order that do not overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let reached = 0;
        for (const { range } of readText(text).blocks) {
          assert.ok(range.start >= reached && range.end >= range.start);
          assert.match(text.slice(reached, range.start), /^[\s\u0085]*$/u);
          reached = range.end;
        }
        assert.match(text.slice(reached), /^[\s\u0085]*$/u);
      }),
    );
  });

  it('is mapped character by character by its tokens', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const token of mappedTokens(tokensOf(readText(text).chunks))) {
          assertMapped(text, token.content, sourceOf(token).source ?? []);
        }
      }),
    );
  });

  it('has tokens that open and close in pairs', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const depth = tokensOf(readText(text).chunks).reduce((level, token) => {
          assert.equal(token.level, token.nesting < 0 ? level - 1 : level);
          return level + token.nesting;
        }, 0);
        assert.equal(depth, 0);
      }),
    );
  });

  it('may be very long, with lines of any length', function () {
    this.timeout(60_000);
    const count = 150_000;
    for (const text of [
      '• a\n'.repeat(count),
      '. '.repeat(count),
      'Annual Review 1 '.repeat(count),
    ]) {
      assert.ok(readText(text).blocks.length > 0);
    }
  });
});

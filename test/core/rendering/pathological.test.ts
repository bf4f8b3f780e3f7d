import assert from 'node:assert/strict';
import { wholeChunk } from '../../../src/core/paper/chunks.ts';
import { parseMarkdown } from '../../../src/core/paper/markdown/markdownTokens.ts';
import { renderPaper } from '../../../src/core/rendering/renderPaper.ts';
import { checkTextMaps } from './checkTextMap.ts';
import { statedPaper } from './statedPaper.ts';

/** Texts that parsers and renderers are known to choke on. */
const inputs: Readonly<Record<string, (size: number) => string>> = {
  'brackets that open': (size) => '['.repeat(size),
  'brackets that open and close': (size) => `${'['.repeat(size)}a${']'.repeat(size)}`,
  'images that open': (size) => '!['.repeat(size),
  'links in links': (size) => '[a]('.repeat(size),
  'emphasis that never ends': (size) => '*a **b _c '.repeat(size / 8),
  'emphasis of many marks': (size) => `${'*'.repeat(size)}a${'*'.repeat(size)}`,
  'escaped marks': (size) => '\\*'.repeat(size),
  'character references': (size) => '&amp;'.repeat(size),
  'back-ticks of growing length': (size) =>
    Array.from({ length: Math.sqrt(size) }, (_, length) => `e${'`'.repeat(length)}`).join(''),
  'quotations in quotations': (size) => `${'> '.repeat(size)}a`,
  'lists in lists': (size) =>
    Array.from({ length: Math.sqrt(size) }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
  'tags that open': (size) => '<b>'.repeat(size),
  'tags that never end': (size) => '<a b="c" '.repeat(size),
  'comments that never end': (size) => 'a <!-- '.repeat(size),
  'raw lists in lists': (size) => `<div>${'<ul><li>'.repeat(size)}`,
  'raw rows without cells': (size) => `<table>${'<tr><td>a'.repeat(size)}`,
  'notes and marks': (size) =>
    Array.from({ length: size / 8 }, (_, note) => `a[^${note}]\n\n[^${note}]: b\n\n`).join(''),
  'headings of the same words': (size) => '# a\n\n'.repeat(size / 8),
  'cells in one row': (size) =>
    `|${'a|'.repeat(size)}\n|${'-|'.repeat(size)}\n|${'\\||'.repeat(size)}`,
  'blank lines': (size) => `- a${'\n'.repeat(size)}- b`,
  'attribute lists': (size) => '{:'.repeat(size),
  'marks of typed notes': (size) => '[1] [^2] '.repeat(size),
  'CRLF line ends': (size) => 'a\r\n'.repeat(size),
};

/** Processor milliseconds to parse and render, the best of three: the clock also counts what others do. */
function fastest(text: string): number {
  const paper = statedPaper(text);
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    parseMarkdown(text);
    renderPaper(paper);
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}

describe('rendering', () => {
  for (const [name, make] of Object.entries(inputs)) {
    it(`takes no more than its share of time: ${name}`, () => {
      checkTextMaps(statedPaper(make(1_000)));
      const small = fastest(make(1_000));
      const large = fastest(make(8_000));
      // Eight times the size: linear is 8, quadratic 64. What takes no time can't be measured.
      const isFair = large < 200 || large < small * 32;
      assert.ok(isFair, `${small.toFixed(0)} ms, then ${large.toFixed(0)} ms`);
    }).timeout(60_000);
  }

  it('takes a line of two million characters', () => {
    const text = 'Words and *more* words with [a link](https://example.org). '.repeat(36_000);
    const start = performance.now();
    const { parts } = renderPaper({
      ...statedPaper(''),
      chunks: wholeChunk(parseMarkdown(text)),
      text,
    });
    assert.equal(parts.length, 1);
    assert.ok(performance.now() - start < 15_000);
  }).timeout(30_000);
});

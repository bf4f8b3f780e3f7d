import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readPaper } from '../../../src/core/paper/readPaper.ts';
import { applyChanges, changesBetween } from '../../../src/core/rendering/changesBetween.ts';
import type { RenderedPaper } from '../../../src/core/rendering/renderedPaper.ts';
import { renderPaper } from '../../../src/core/rendering/renderPaper.ts';

function render(text: string): RenderedPaper {
  return renderPaper(readPaper(text, { format: 'markdown', name: 'paper.md' }));
}

const paragraphs = Array.from({ length: 200 }, (_, index) => `Paragraph ${index} of the paper.`);
const long = `# A title\n\n${paragraphs.join('\n\n')}\n`;

/** Pieces of Markdown that change what stands around them when they come and go. */
const pieces = fc.constantFrom(
  'word ',
  '\n',
  '\n\n',
  '# ',
  '- ',
  '> ',
  '```\n',
  '[^1]',
  '[^1]: ',
  '[a]',
  '[a]: /b\n',
  '| a |\n|---|\n',
  '<b>',
  '&amp;',
  '\u{1f30a}',
);
const texts = fc.array(pieces, { maxLength: 40 }).map((each) => each.join(''));

describe('changesBetween', () => {
  it('puts all parts of a paper that was not shown before', () => {
    const after = render('one\n\ntwo');
    assert.deepEqual(
      changesBetween(null, after),
      after.parts.map((part) => ({ put: part })),
    );
  });

  it('keeps everything of a paper that did not change', () => {
    const before = render(long);
    assert.deepEqual(changesBetween(before, render(long)), [
      { keep: 0, count: before.parts.length, shift: 0 },
    ]);
  });

  it('puts only the paragraph in which one character was typed, and moves those behind it', () => {
    const before = render(long);
    const after = render(long.replace('Paragraph 100 of', 'Paragraph 100x of'));
    const changes = changesBetween(before, after);
    assert.deepEqual(
      changes.map((change) => ('put' in change ? change.put.html : change)),
      [
        { keep: 0, count: 101, shift: 0 },
        '<div class="part body" data-range="0,28"><p data-range="0,28">Paragraph 100x of the paper.</p></div>',
        { keep: 102, count: 99, shift: 1 },
      ],
    );
  });

  it('gives, applied to the old parts, the new ones', () => {
    fc.assert(
      fc.property(texts, texts, texts, texts, (start, removed, added, end) => {
        const before = render(start + removed + end);
        const after = render(start + added + end);
        assert.deepEqual(applyChanges(before, changesBetween(before, after)), after);
        assert.deepEqual(after, render(start + added + end));
      }),
      { numRuns: 300 },
    );
  }).timeout(20_000);

  it('keeps the strings of parts that only moved', () => {
    const before = render('one\n\ntwo');
    const after = render('zero\n\none\n\ntwo');
    assert.deepEqual(
      changesBetween(before, after).map((change) => ('put' in change ? 'put' : change)),
      ['put', { keep: 0, count: 2, shift: 6 }],
    );
  });
});

describe('applyChanges', () => {
  it('leaves out what is kept but was never there', () => {
    assert.deepEqual(applyChanges(null, [{ keep: 3, count: 2, shift: 0 }]), { parts: [] });
  });
});

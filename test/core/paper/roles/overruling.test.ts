import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readPaper } from '../../../../src/core/paper/readPaper.ts';
import { ruleFor } from '../../../../src/core/paper/roles/publisherRules.ts';

const name = 'samples/river-compacts-web-capture.txt';
const text = readFileSync(name, 'utf8');
const options = { format: 'text', name } as const;
const paper = readPaper(text, options);

function rangeOf(words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

describe('corrections', () => {
  it('hold over other evidence for the blocks that they touch, the last one first', () => {
    const range = rangeOf('Outside powers fund studies');
    const corrected = readPaper(text, {
      ...options,
      corrections: [
        { range, role: 'siteText' },
        { range, role: 'body' },
      ],
    });
    const changed = corrected.blocks.filter((block, at) => block.role !== paper.blocks[at]?.role);
    assert.deepEqual(
      changed.map(({ text: words, role, confidence }) => [words, role, confidence]),
      [['Outside powers fund studies, seldom works.', 'body', 1]],
    );
  });
});

describe('rules for a publisher', () => {
  it('are proposed from a correction and hold for other papers of the publisher', () => {
    const suggested = ruleFor(paper, rangeOf('The Institute for Shared Waters brings'), 'about');
    assert.ok(suggested);
    const { rule, printed } = suggested;
    assert.equal(printed, 'About the Institute');
    assert.deepEqual(rule, {
      publisher: 'Institute for Shared Waters',
      text: 'about the institute',
      role: 'about',
    });
    const again = readPaper(text, { ...options, rules: [rule] });
    const about = again.blocks
      .filter(({ role }) => role === 'about')
      .map(({ text: words }) => words.slice(0, 19));
    assert.deepEqual(about, ['About the Institute', 'The Institute for S']);
  });

  it('say nothing about papers of others', () => {
    const rules = [{ publisher: 'Somebody Else', text: 'overview', role: 'siteText' }] as const;
    assert.deepEqual(readPaper(text, { ...options, rules }).blocks, paper.blocks);
  });

  it('are about the words of a line where site text is marked', () => {
    const suggested = ruleFor(paper, rangeOf('Read the full paper here'), 'siteText');
    assert.equal(suggested?.rule.text, 'read the full paper here');
  });

  it('are not proposed where no publisher is named or the passage is too long to return', () => {
    const plain = readPaper('Some text.', { format: 'text', name: 'a.txt' });
    assert.equal(ruleFor(plain, { start: 0, end: 4 }, 'siteText'), null);
    assert.equal(ruleFor(paper, rangeOf('The three upstream governments'), 'siteText'), null);
  });
});

import assert from 'node:assert/strict';
import { anchorAll } from '../../../src/core/anchoring/anchorAll.ts';
import { describeRange } from '../../../src/core/anchoring/describeRange.ts';

// What tells where a passage went that left its neighbours behind, when the text it was described in is not at hand.

const things = [
  'levy',
  'gauge',
  'reservoir',
  'permit',
  'canal',
  'treaty',
  'pump',
  'survey',
  'toll',
];
const doings = [
  'fell short in',
  'was renewed for',
  'costs more in',
  'has been lent to',
  'left out',
];
const places = ['the delta', 'Ostrava', 'nine towns', 'the uplands', 'Marrow', 'the lower basin'];

/** Some hundred paragraphs, each of them once, all made of the same few words. */
const paragraphs = things.flatMap((thing) =>
  doings.flatMap((doing, at) =>
    places
      .filter((_, other) => (other + at) % 2 === 0)
      .map((place) => `A ${thing} ${doing} ${place} after the year in which a ${thing} was due.`),
  ),
);

/** The paragraphs with others put behind some of them. */
function paper(...inserted: (readonly [behind: number, paragraph: string])[]): string {
  return paragraphs
    .flatMap((each, at) => [each, ...inserted.filter(([by]) => by === at).map(([, own]) => own)])
    .join('\n\n');
}

/** Where a passage of an old text is in a new one, with what follows it, when two others are looked for as well. */
function found(old: string, passage: string, text: string): string | null {
  const target = (words: string) => {
    const start = old.indexOf(words);
    return describeRange(old, start, start + words.length);
  };
  const others = [paragraphs[3], paragraphs[30]].map((each = '') => target(each));
  const [anchor] = anchorAll(text, [target(passage), ...others]);
  return anchor ? text.slice(anchor.start, anchor.end + 3) : null;
}

describe('a passage that moved', () => {
  const sentence = 'A state that draws beyond its share has to say so within one month.';

  it('is found where it is a paragraph, not where its words go on from those around it', () => {
    const old = paper([10, sentence]);
    const run = [paragraphs[10], sentence, paragraphs[11]].join(' ');
    const text = paper([60, run], [100, sentence])
      .replace(`${String(paragraphs[10])}\n\n`, '')
      .replace(`${String(paragraphs[11])}\n\n`, '');
    assert.equal(found(old, sentence, text), `${sentence}\n\nA`);
  });

  it('is found by its very characters if it is a heading of a few words that stands once', () => {
    const heading = '3. Evaporation accounts';
    const old = paper([10, heading]);
    assert.equal(found(old, heading, paper([100, heading])), `${heading}\n\nA`);
  });

  it('is found with a slip in it where all of its paragraph went', () => {
    const own = 'Evaporation losses are put at some tenth of the mean flow in each dry season.';
    const text = paper([100, own.replace('tenth', 'tebth')]);
    assert.equal(found(paper([10, own]), 'at some tenth', text), 'at some tebth of');
  });

  it('is found by its own words, though rarer ones still stand around where it was', () => {
    const own = `${things.map((thing) => `The ${thing} fell short in the uplands`).join('. ')}.`;
    const rare = ['Sturgeon ladders rust. Herons nest.', 'Otters returned. Beavers were counted.'];
    const old = paper([10, [rare[0], own, rare[1]].join('\n\n')]);
    const moved = own.replace('The treaty', 'The traety');
    assert.equal(found(old, own, paper([10, rare.join('\n\n')], [100, moved])), `${moved}\n\nA`);
  });

  it('is found with all that stood around it, not by what is like it near its place', () => {
    const phrase = 'with a rapid audit of the wells';
    const own = `The upper state signed late, which agrees ${phrase}. Others (two in five) did not.`;
    const like = `Two gauges failed, which agrees with a slow audit. A rapid audit of the wells is due.`;
    const old = paper([10, own], [11, like]);
    assert.equal(found(old, phrase, paper([11, like], [100, own])), `${phrase}. O`);
  });

  it('is found where all of it is, not by what is like it beside the gap that it left', () => {
    const own = 'Each state has to put notices on the gauges that say who changed them and when.';
    const like = `${own.replace('changed', 'read')} None of them may be moved.`;
    const before = 'Whoever holds a licence keeps to it.';
    const behind = 'Fines are set each year by the council, and they are paid within a month.';
    const old = paper([10, before], [10, own], [10, behind]);
    const text = paper([10, before], [10, behind], [10, before], [10, like], [100, own]);
    assert.equal(found(old, own, text), `${own}\n\nA`);
  });
});

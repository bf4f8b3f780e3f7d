import assert from 'node:assert/strict';
import { anchorAll } from '../../../src/core/anchoring/anchorAll.ts';
import { describeRange } from '../../../src/core/anchoring/describeRange.ts';
import type { Target } from '../../../src/core/anchoring/target.ts';

// What tells a passage from copies of it: where it is, what stands around it in its own paragraph, its very characters.

/** Paragraphs that have no sentence in common, so that neighbours of a passage are found. */
const parts = [
  'The compact divides the river between three states by a share of the mean flow.',
  'Gauges at seven dams report every hour, and two of them have failed since May.',
  'A standing commission could publish data, convene ministers and settle disputes early.',
  'Storage built since then covers one dry year, while every published plan assumes two.',
  'The panel asks for a reserve that is filled in wet years and drawn on by rule.',
  'Farmers near the delta sold water rights to four cities at nearly twice the old price.',
];

/** A target with as much context as annotations of other tools have. */
function targetAt(text: string, start: number, words: string): Target {
  return {
    ...describeRange(text, start, start + words.length),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(start + words.length, start + words.length + 32),
  };
}

/** Targets of sentences that stand once, the neighbours of what is looked for. */
function neighbours(text: string): Target[] {
  return parts.map((part) => targetAt(text, text.indexOf(part), part));
}

/** Where a passage is, as the text from there on, when its neighbours are looked for too. */
function found(text: string, target: Target, old: string): string | null {
  const [anchor] = anchorAll(text, [target, ...neighbours(old)]);
  return anchor ? text.slice(anchor.start, anchor.end + 11) : null;
}

function paper(...inserted: (readonly [behind: number, paragraph: string])[]): string {
  return parts
    .flatMap((part, at) => [part, ...inserted.filter(([by]) => by === at).map(([, own]) => own)])
    .join('\n\n');
}

describe('copies of a passage', () => {
  const stock = 'Figures are rounded.';

  it('a stock sentence is found in its own paragraph, which moved, not in another', () => {
    const own = `Losses by evaporation were measured twice. ${stock} Seepage was estimated.`;
    const other = `Rainfall is given by month. ${stock} Snow is counted as rain.`;
    const third = `Prices are those of last year. ${stock} Taxes are left out.`;
    const old = paper([0, own], [2, other], [3, third]);
    const target = targetAt(old, old.indexOf(stock), stock);
    const text = paper([2, other], [3, third], [4, own]);
    assert.equal(found(text, target, old), `${stock} Seepage wa`);
  });

  it('a sentence that ended its paragraph is found where it ends one', () => {
    const sentence = 'Each state keeps the water that it stored before the compact was signed.';
    const old = paper([0, sentence], [3, `As was said: ${sentence} Few states did.`]);
    const target = targetAt(old, old.indexOf(sentence), sentence);
    const text = paper([3, `As was said: ${sentence} Few states did.`], [4, sentence]);
    assert.equal(found(text, target, old), `${sentence}\n\nFarmers n`);
  });

  it('a moved sentence is found by its very characters beside a copy set in other quotes', () => {
    const sentence = '"Mean flow" means the average of the years for which there is a record.';
    const copy = sentence.replace('"', '“').replace('"', '”');
    const own = `1.4. ${sentence}`;
    const old = paper([0, own], [4, `1.4. ${copy}`]);
    const target = targetAt(old, old.indexOf(sentence), sentence);
    const text = paper([3, own], [4, `1.4. ${copy}`]);
    assert.equal(found(text, target, old), `${sentence}\n\nThe panel`);
  });

  it('a passage in its place is found although all around it was rewritten, and a copy has all of that', () => {
    const sentence = 'Any state may ask for a review of its share once in every ten years.';
    const around = `The rule is old. ${sentence} It was used once.`;
    const copy = around.replace('Any state', 'Each state');
    const old = paper([1, around], [4, copy]);
    const target = targetAt(old, old.indexOf(sentence), sentence);
    const text = paper([1, `So far nothing new. ${sentence} Nobody has done so.`], [4, copy]);
    assert.equal(found(text, target, old), `${sentence} Nobody has`);
  });

  it('a passage edited in its place is found although a copy of it stands elsewhere unedited', () => {
    const around = `Payments fall due in March. ${stock} Arrears bear interest.`;
    const other = `Rainfall is given by month. ${stock} Snow is counted as rain.`;
    const old = paper([1, around], [4, other]);
    const target = targetAt(old, old.indexOf(stock), stock);
    const text = paper([1, around.replace('are rounded', 'are ronuded')], [4, other]);
    assert.equal(found(text, target, old), 'Figures are ronuded. Arrears be');
  });

  it('copies that a moved passage may be as well as the next one are not chosen from', () => {
    const sentence = 'Each state keeps the water that it stored before the compact was signed.';
    const old = paper([0, sentence]);
    const target = targetAt(old, old.indexOf(sentence), sentence);
    assert.equal(found(paper([2, sentence], [4, sentence]), target, old), null);
  });

  it('copies whose surroundings are alike too are told apart by the heading they are under', () => {
    const answer = 'The department agrees and will say in a year what was done.';
    const sections = ['Gauges', 'Permits', 'Storage', 'Transfers'].map(
      (title) => `## ${title}\n\n${answer}`,
    );
    const old = sections.join('\n\n');
    const start = old.indexOf(answer, old.indexOf('Storage'));
    const target = describeRange(old, start, start + answer.length);
    const [gauges, permits, storage, transfers] = sections;
    const text = [storage, transfers, permits, gauges].join('\n\n');
    const alike = { ...target, prefix: '', suffix: '' };
    const [anchor] = anchorAll(text, [alike]);
    assert.equal(anchor?.start, text.indexOf(answer));
    const { heading, ...without } = alike;
    assert.equal(heading, 'Storage');
    assert.notEqual(anchorAll(text, [without])[0]?.start, text.indexOf(answer));
  });

  it('a passage ends where it ended, though its last word comes again soon', () => {
    const sentence = 'See the annex for the rules that govern transfers under the compact.';
    const old = paper([1, `It is said briefly. ${sentence}\n\n# Compact of the northern basin`]);
    const target = targetAt(old, old.indexOf(sentence), sentence);
    const text = paper([1, `This was not foreseen. ${sentence}\n\n# New Compact of that basin`]);
    assert.equal(found(text, target, old), `${sentence}\n\n# New Com`);
  });

  it('words that quote and context have in common are no gap that the quote left', () => {
    const sentence = 'Dams are kept half empty in spring, whatever the weather.';
    const old = paper([1, `Plans are made early, whatever the weather.\n\n${sentence} So it was.`]);
    const target = targetAt(old, old.indexOf(sentence), sentence);
    const text = paper([4, `${sentence.replace('half empty', 'half emtpy')} So it was.`]);
    assert.equal(
      found(text, target, old),
      'Dams are kept half emtpy in spring, whatever the weather. So it was.',
    );
  });

  it('with the old text, a short heading that moved is found in what is new, without its surroundings', () => {
    const heading = '## Who pays for the dams, and when?';
    const old = paper([0, heading]);
    const target = targetAt(old, old.indexOf(heading), heading);
    const text = paper([4, heading]);
    const [anchor] = anchorAll(text, [target], { oldText: old });
    assert.equal(anchor && text.slice(anchor.start, anchor.end), heading);
  });
});

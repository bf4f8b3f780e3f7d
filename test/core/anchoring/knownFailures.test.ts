import assert from 'node:assert/strict';
import { anchorAll, anchorAllWithCandidates } from '../../../src/core/anchoring/anchorAll.ts';
import { describeRange } from '../../../src/core/anchoring/describeRange.ts';
import type { Target } from '../../../src/core/anchoring/target.ts';

// What annotations in other tools are known to get wrong, one test each.

const paper = [
  'The compact divides the river between three states by a share of the mean flow.',
  'In dry years the upstream states keep their share and the lower basin goes short.',
  'A standing commission could publish data, convene ministers and settle disputes early.',
  'Storage built since then covers one dry year, while every published plan assumes two.',
  'The panel asks for a reserve that is filled in wet years and drawn on by rule.',
].join('\n\n');

/** The target of the nth place where the words stand. */
function targetOf(text: string, words: string, nth = 0): Target {
  let start = text.indexOf(words);
  for (let count = 0; count < nth; count += 1) start = text.indexOf(words, start + 1);
  return describeRange(text, start, start + words.length);
}

function reads(text: string, target: Target): string | null {
  const [anchor] = anchorAll(text, [target]);
  return anchor ? text.slice(anchor.start, anchor.end) : null;
}

/** A long text in which no sentence occurs twice. */
function longText(paragraphs: number): string {
  const list = Array.from({ length: paragraphs }, (_, at) =>
    [
      `Basin ${at} lies ${at * 3} kilometres from gauge ${at + 7} and drains district ${at % 17}.`,
      `Its council met in ${1900 + (at % 120)} and adopted plan ${at * at} by a narrow vote.`,
    ].join(' '),
  );
  return list.join('\n\n');
}

describe('known failures of annotations', () => {
  it('a removed or edited sentence does not jump to one much like it elsewhere', () => {
    const sentence =
      'In wet years the upstream states keep their share and the lower basin is full.';
    const twins = `${paper}\n\n${sentence} So the report of the panel says.`;
    const target = targetOf(twins, 'In dry years the upstream states keep their share');
    const removed = twins.replace(/In dry years[^.]*\.\n\n/u, '');
    assert.equal(reads(removed, target), null);
    const edited = twins.replace('In dry years the upstream', 'In such dry years all upstream');
    assert.equal(reads(edited, target), 'In such dry years all upstream states keep their share');
  });

  it('an edited sentence does not jump to one of its many copies', () => {
    const stock = 'Officials will continue to work with delivery partners.';
    const word = (at: number) =>
      (at + 1000).toString(26).replaceAll(/\d/gu, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
    const text = Array.from({ length: 90 }, (_, at) => {
      const [one, two, three, four] = [0, 1, 2, 3].map((by) => word(at * 4 + by));
      return `Near ${one} ${two} it rained. ${stock} Roads by ${three} ${four} were closed.`;
    }).join('\n\n');
    const start = text.indexOf(stock, 5000);
    const target = describeRange(text, start, start + stock.length);
    const slipped = 'Officials will continue to wrok with delivery partnrs.';
    const edited = `${text.slice(0, start)}${slipped}${text.slice(target.end)}`;
    const later = `${'A new first paragraph. '.repeat(20)}\n\n${edited}`;
    const [anchor] = anchorAll(later, [target]);
    assert.equal(anchor && later.slice(anchor.start, anchor.end), slipped);
  });

  it('a word that was replaced does not jump to an earlier use of it', () => {
    const target = targetOf(paper, 'share', 1);
    const edited = paper.replace('keep their share', 'keep their portion');
    assert.notEqual(reads(edited, target), 'share');
  });

  it('a short quote is not matched to unrelated letters', () => {
    const target = targetOf(paper, 'rule');
    assert.equal(reads(paper.replace(' and drawn on by rule', ''), target), null);
    assert.equal(reads('Rude rulers rolled on. '.repeat(40), target), null);
  });

  // How long these take is what the benchmark measures; here they have to end, and to be right.
  it('many quotes of one character or a common word are each found', () => {
    const text = longText(800);
    const targets = Array.from({ length: 200 }, (_, at) =>
      targetOf(text, at % 2 === 0 ? '.' : 'and', at),
    );
    const starts = anchorAll(`New.\n\n${text}`, targets).map((anchor) => anchor?.start);
    assert.deepEqual(
      starts,
      targets.map(({ start }) => start + 6),
    );
  });

  it('many orphans are each given up', () => {
    const gone = Array.from({ length: 500 }, (_, at) =>
      describeRange(`No such passage was ever written in part ${at} of any survey.`, 5, 50),
    );
    assert.ok(anchorAll(longText(800), gone).every((anchor) => anchor === null));
  });

  it('annotations on copies of a phrase stay each on its own', () => {
    const line = 'Status: under review by the panel. End of status.';
    const copies = Array.from({ length: 6 }, (_, at) => `Part ${at} begins here.\n\n${line}`).join(
      '\n\n',
    );
    const targets = Array.from({ length: 6 }, (_, at) => targetOf(copies, 'under review', at));
    const text = `A preface of some length, put in later.\n\n${copies}`;
    const starts = anchorAll(text, targets).map((anchor) => anchor?.start);
    assert.deepEqual(
      starts,
      targets.map(({ start }) => start + text.length - copies.length),
    );
  });

  it('what stands behind a quote tells copies apart that have the same before them', () => {
    const text = [
      'The states agree on the share of the mean flow in spring and in autumn.',
      'The states agree on the share of the cost of dams and of canals.',
    ].join('\n');
    const second = targetOf(text, 'agree on the share', 1);
    const [anchor] = anchorAll(`Note.\n${text}`, [{ ...second, prefix: 'The states ' }]);
    assert.equal(anchor?.start, second.start + 6);
  });

  it('blanks that differ after a re-import are no change', () => {
    const target = targetOf(paper, 'convene ministers and settle disputes');
    const again = paper.replace(/ /gu, (blank, at: number) =>
      at % 5 === 0 ? '\n' : at % 3 === 0 ? '\u00a0 ' : blank,
    );
    const [anchor] = anchorAll(again, [target]);
    assert.notEqual(anchor?.how ?? 'orphan', 'changed');
    assert.ok(anchor);
  });

  it('marks that Markdown writes as character references are no change', () => {
    const text = 'The mean flow – a fiction – divides the basin. Then “all” left the room.';
    const again = text.replaceAll('–', '&ndash;').replaceAll(/[“”]/gu, '&quot;');
    const [anchor] = anchorAll(`New. ${again}`, [targetOf(text, 'mean flow – a fiction')]);
    assert.equal(anchor?.how, 'moved');
    assert.equal(again.slice(anchor.start - 5, anchor.end - 5), 'mean flow &ndash; a fiction');
  });

  it('every target is either anchored or an orphan, and an orphan is said to be one', () => {
    const targets = [
      targetOf(paper, 'convene ministers'),
      describeRange('Something that was never in the paper at all.', 0, 30),
      targetOf(paper, 'dry'),
    ];
    const text = `New.\n\n${paper}`;
    const answers = anchorAllWithCandidates(text, targets);
    assert.deepEqual(
      answers.map(({ how }) => how),
      ['moved', 'orphan', 'moved'],
    );
    assert.deepEqual(
      anchorAll(text, targets).map((anchor) => anchor === null),
      [false, true, false],
    );
  });

  it('Markdown marks that are put round the words do not lose them', () => {
    const target = targetOf(paper, 'convene ministers and settle disputes');
    for (const marked of [
      'convene **ministers** and _settle_ disputes',
      'convene [ministers](#panel) and settle disputes',
      'convene ministers[^3] and `settle` disputes',
    ]) {
      const text = paper.replace('convene ministers and settle disputes', marked);
      assert.equal(reads(text, target), marked);
    }
  });

  it('a malformed target hides no other', () => {
    const good = targetOf(paper, 'settle disputes');
    const malformed: Target[] = [
      { exact: '', prefix: '', suffix: '', start: 0, end: 0 },
      { exact: 'x', prefix: '', suffix: '', start: Number.NaN, end: Number.NaN },
      { exact: 'settle', prefix: 'and ', suffix: ' it', start: -5, end: 1e12 },
      { exact: '\ud83d', prefix: '\udccc', suffix: '', start: 7, end: 3 },
      { exact: '\u0301\u200b', prefix: '\n', suffix: '\r', start: 1.5, end: 2.5 },
    ];
    const text = `New.\n\n${paper}`;
    const answers = anchorAll(text, [...malformed, good]);
    assert.equal(answers.length, 6);
    assert.equal(answers[5]?.start, good.start + 6);
  });

  it('an orphan comes with the places that may be meant, the likeliest first', () => {
    const copy = 'The panel asks for a reserve that is filled in wet years and emptied by vote.';
    const target = targetOf(paper, 'asks for a reserve that is filled in wet years');
    const text = paper.replace(
      /The panel asks.*$/u,
      `Other things are said here.\n\n${copy}\n\nMore.\n\n${copy}`,
    );
    const [answer] = anchorAllWithCandidates(text, [
      { ...target, prefix: 'Quite other words before: ', suffix: ', and others behind.' },
    ]);
    assert.equal(answer?.how, 'orphan');
    const [first, second] = answer.candidates;
    assert.ok(first && second && first.score >= second.score && first.score <= 1);
    assert.equal(text.slice(first.start, first.end), target.exact);
  });

  it('offsets are UTF-16 code units, also behind characters of two', () => {
    const text = `📌📌 ${paper} 📌`;
    const target = targetOf(text, 'settle disputes');
    const [anchor] = anchorAll(`📌 ${text}`, [target]);
    assert.deepEqual([anchor?.start, anchor?.end], [target.start + 3, target.end + 3]);
  });

  it('a quote as long as the paper is found by its head and tail', () => {
    const text = longText(200);
    const last = text.lastIndexOf('adopted');
    const target = describeRange(text, text.indexOf('kilometres'), last + 'adopted'.length);
    const edited = `New.\n\n${text.replace('adopted plan 10000', 'turned down plan 10000')}`;
    const [anchor] = anchorAll(edited, [target]);
    assert.deepEqual(anchor && [anchor.start, anchor.end, anchor.how], [
      target.start + 6,
      target.end + edited.length - text.length,
      'changed',
    ]);
  });
});

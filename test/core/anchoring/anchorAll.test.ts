import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorAll } from '../../../src/core/anchoring/anchorAll.ts';
import { describeRange } from '../../../src/core/anchoring/describeRange.ts';
import type { Target } from '../../../src/core/anchoring/target.ts';

const paper = [
  'The compact divides the river between three states by a share of the mean flow.',
  'In dry years the upstream states keep their share and the lower basin goes short.',
  'A standing commission could publish data, convene ministers and settle disputes early.',
  'Storage built since then covers one dry year, while every published plan assumes two.',
].join('\n\n');

/** The target of the first place where the words stand. */
function targetOf(words: string, text = paper): Target {
  const start = text.indexOf(words);
  return describeRange(text, start, start + words.length);
}

/** What each target is anchored to: the words there and how, or null for an orphan. */
function anchored(text: string, target: Target, oldText?: string) {
  const [anchor] = anchorAll(text, [target], oldText === undefined ? {} : { oldText });
  return anchor ? [text.slice(anchor.start, anchor.end), anchor.how] : null;
}

describe('anchorAll', () => {
  const target = targetOf('convene ministers and settle disputes');

  it('finds every passage of an unchanged text where it was', () => {
    const position = fc.nat(paper.length);
    fc.assert(
      fc.property(position, position, (start, end) => {
        const described = describeRange(paper, start, end);
        assert.deepEqual(anchorAll(paper, [described]), [
          { start: described.start, end: described.end, score: 1, how: 'exact' },
        ]);
      }),
    );
  });

  it('finds a passage that moved with its surroundings', () => {
    const text = `A preface.\n\n${paper}`;
    assert.deepEqual(anchorAll(text, [target]), [
      { start: target.start + 12, end: target.end + 12, score: 1, how: 'moved' },
    ]);
  });

  it('takes reflow, typographic quotes and hyphenation for no change', () => {
    const text =
      'He said: “The so-called mean flow – a fiction – divides the basin.” Then he left the room.';
    const quote = targetOf('so-called mean flow – a fiction', text);
    const again =
      'He said: "The so-called mean\nflow - a fic-\ntion - divides the basin." Then he left the\nroom.';
    assert.deepEqual(anchored(again, quote), ['so-called mean\nflow - a fic-\ntion', 'moved']);
  });

  it('follows small edits inside the passage and says that it changed', () => {
    const cases = [
      ['convene ministers and settle disputes', 'convene ministers and setle disputes'],
      ['convene ministers and settle disputes', 'convene all ministers and settle the disputes'],
      ['convene ministers and settle disputes', 'convene ministers to settle disputes'],
      ['convene ministers and settle disputes', '**convene ministers** and settle disputes'],
      ['settle disputes', 'settle dispute'],
    ] as const;
    for (const [words, edited] of cases) {
      const found = anchored(`New.\n\n${paper.replace(words, edited)}`, targetOf(words));
      assert.deepEqual(found, [edited.replace(/^\*\*/u, ''), 'changed'], edited);
    }
  });

  it('finds the edges of a changed passage by what stands beside them', () => {
    const cases = [
      // The words at its edges were replaced, and those beside them stand.
      ['convene ministers and settle disputes', 'call ministers and settle disputes'],
      ['convene ministers and settle disputes', 'convene ministers and settle quarrels'],
      // The outermost word changed places with the one beside it.
      ['convene ministers and settle disputes', 'convene ministers and disputes settle'],
      ['convene ministers and settle disputes', 'ministers convene and settle disputes'],
      // Its edges are in the middle of words.
      ['vene ministers and settle disp', 'vene all ministers and settle disp'],
      // Its edges are not letters.
      [
        'data, convene ministers and settle disputes early.',
        'data, convene all ministers and settle disputes early.',
      ],
      [', convene ministers and settle disputes', ', convene all ministers and settle disputes'],
    ] as const;
    for (const [words, edited] of cases) {
      const found = anchored(`New.\n\n${paper.replace(words, edited)}`, targetOf(words));
      assert.deepEqual(found, [edited, 'changed']);
    }
  });

  it('compares scripts without blanks character by character', () => {
    const text =
      '水資源の共有は三か国の課題である。上流の国は下流の国と水を分け合う必要がある。毎年の会合で配分を決める。';
    const edited = text.replace('分け合う', '公平に分け合う');
    const found = anchored(`序文。${edited}`, targetOf('下流の国と水を分け合う必要がある', text));
    assert.deepEqual(found, ['下流の国と水を公平に分け合う必要がある', 'changed']);
  });

  it('finds a whole sentence that moved to another place', () => {
    const sentence =
      'In dry years the upstream states keep their share and the lower basin goes short.';
    const text = `${paper.replace(`${sentence}\n\n`, '')}\n\n${sentence}`;
    assert.deepEqual(anchored(text, targetOf(sentence)), [sentence, 'moved']);
  });

  it('finds a moved paragraph in which a number changed', () => {
    const [first = '', second = '', ...rest] = paper.split('\n\n');
    const old = [first, `${second} By 2027 the loss is felt in every town of the basin.`, ...rest];
    const moved = [first, ...rest, `${second} By 207 the loss is felt in every town of the basin.`];
    const quote = targetOf('By 2027 the loss is felt in every town of the basin', old.join('\n\n'));
    assert.deepEqual(anchored(moved.join('\n\n'), quote), [
      'By 207 the loss is felt in every town of the basin',
      'changed',
    ]);
  });

  it('tells repeated words apart by what stands around them', () => {
    const text = `First the states agree on data. Then the states agree on money. Now the states agree on dams.`;
    for (const [index, at] of [...text.matchAll(/states agree/gu)].entries()) {
      const one = describeRange(text, at.index, at.index + at[0].length);
      const longer = `In short: ${text}`;
      const [anchor] = anchorAll(longer, [one]);
      assert.equal(anchor?.start, at.index + 10, String(index));
    }
  });

  it('prefers the edited passage to a copy of it elsewhere', () => {
    const copy = `${paper}\n\nSome say that a commission should convene ministers and settle disputes, others laugh.`;
    const edited = copy.replace(target.exact, 'convene ministers and settle all disputes');
    assert.equal(anchored(edited, target)?.[0], 'convene ministers and settle all disputes');
  });

  describe('gives a passage up', () => {
    const orphans = [
      ['that was deleted', paper, 'convene ministers and settle disputes', ''],
      ['that other words replaced', paper, 'publish data, convene ministers', 'do very little'],
      ['of one word that another replaced', paper, 'commission', 'forum'],
    ] as const;
    for (const [name, text, words, instead] of orphans) {
      it(name, () => {
        assert.equal(anchored(text.replace(words, instead), targetOf(words)), null);
      });
    }

    it('that was deleted while a copy stands elsewhere', () => {
      const copy = `${paper}\n\nElsewhere one word occurs again, and this is it: commission, no more and no less.`;
      assert.equal(
        anchored(
          copy.replace('standing commission could', 'standing could'),
          targetOf('commission'),
        ),
        null,
      );
    });

    it('that was deleted while a sentence much like it stands elsewhere', () => {
      const sentence =
        'In dry years the upstream states keep their share and the lower basin goes short.';
      const twin =
        'In wet years the upstream states keep their share and the lower basin goes long.';
      const text = `${paper.replace(`${sentence}\n\n`, '')}\n\nOther weather is another matter.\n\n${twin}\n\nSo it goes.`;
      assert.equal(anchored(text, targetOf(sentence)), null);
    });

    it('that now stands twice with nothing to tell the two apart', () => {
      assert.equal(
        anchored(`${paper}\n\n${paper}`.slice(5), { ...target, prefix: '', suffix: '' }),
        null,
      );
    });

    it('when the text is empty, or the passage was', () => {
      assert.equal(anchored('', target), null);
      assert.equal(anchored('Other words.', describeRange(paper, 5, 5)), null);
    });
  });

  it('uses the old text to tell copies apart', () => {
    const line =
      'All parties meet in spring and in autumn to divide the flow between the basins. '.repeat(9);
    const start = line.indexOf('meet', 320);
    const copy = describeRange(line, start, start + 4);
    const text = `In short: ${line}`;
    assert.equal(anchored(text, copy), null);
    assert.deepEqual(anchored(text, copy, line), ['meet', 'moved']);
    assert.deepEqual(anchored(`${line}New.`, copy, line), ['meet', 'exact']);
  });

  it('looks for what the old text can’t place', () => {
    const text = `New.\n\n${paper.replace('settle disputes', 'settle all disputes')}\n\nMore.`;
    assert.deepEqual(anchored(text, target, paper), [
      'convene ministers and settle all disputes',
      'changed',
    ]);
    assert.deepEqual(anchored(`New. ${paper}`, target, 'Another text.'), [target.exact, 'moved']);
  });

  it('never throws and never leaves the text, for any text and target', () => {
    const words = fc.array(
      fc.constantFrom('the', 'river', 'rises', '.', '\n', '“', '-', '📌', '河'),
    );
    const anyText = words.map((parts) => parts.join(' '));
    fc.assert(
      fc.property(anyText, anyText, fc.nat(60), fc.nat(60), (old, text, start, end) => {
        const any = describeRange(old, start, end);
        const [anchor] = anchorAll(text, [any]);
        if (!anchor) return;
        assert.ok(0 <= anchor.start && anchor.start <= anchor.end && anchor.end <= text.length);
        assert.ok(anchor.score >= 0 && anchor.score <= 1);
      }),
      { numRuns: 300 },
    );
  });

  it('comes to an end over full stops, common words and passages as long as the text', () => {
    const text = `${paper}\n\n`.repeat(3000);
    const middle = Math.floor(text.length / 2);
    const targets = [
      describeRange(text, text.indexOf('.', middle), text.indexOf('.', middle) + 1),
      describeRange(text, text.indexOf('the', middle), text.indexOf('the', middle) + 3),
      describeRange(text, 100, text.length - 100),
    ];
    const edited = `x ${text.replaceAll('dry', 'wet')}`;
    assert.equal(anchorAll(edited, targets).length, 3);
    assert.equal(anchorAll(edited, targets, { oldText: text }).length, 3);
  });
});

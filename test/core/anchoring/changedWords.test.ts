import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedWords } from '../../../src/core/anchoring/changedWords.ts';

/** The segments in one line: [-removed-] and {+added+}. */
function shown(before: string, after: string): string {
  return changedWords(before, after)
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('');
}

describe('changedWords', () => {
  const cases = [
    [
      'one word for another',
      'The river rises.',
      'The river falls.',
      'The river [-rises-]{+falls+}.',
    ],
    ['words put in', 'Data on flow.', 'Data on the daily flow.', 'Data on {+the daily +}flow.'],
    ['words left out', 'Data on the daily flow.', 'Data on flow.', 'Data on [-the daily -]flow.'],
    ['nothing', 'Data on flow.', 'Data on flow.', 'Data on flow.'],
    ['a reflow, as no change', 'The “mean”\nflow', 'The "mean" flow', 'The "mean" flow'],
    ['marks', 'Yes, now.', 'Yes; now!', 'Yes[-,-]{+;+} now[-.-]{+!+}'],
    ['all of it', 'One.', 'Two', '[-One.-]{+Two+}'],
    ['from nothing', '', 'New words', '{+New words+}'],
  ] as const;
  for (const [name, before, after, expected] of cases) {
    it(`shows ${name}`, () => {
      assert.equal(shown(before, after), expected);
    });
  }

  it('gives all of the new version, and every word of the old one, for any two texts', () => {
    const words = fc
      .array(fc.constantFrom('the', 'river', 'Rises', '.', ',', '\n', '“', '-', '📌', '河'))
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const segments = changedWords(before, after);
        const without = (kind: string) =>
          segments
            .filter((each) => each.kind !== kind)
            .map(({ text }) => text)
            .join('');
        assert.equal(without('removed'), after);
        assert.deepEqual(lettersOf(without('added')), lettersOf(before));
      }),
    );
  });
});

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '').toLowerCase();
}

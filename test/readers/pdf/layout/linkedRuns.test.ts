import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { linkedRuns } from '../../../../src/readers/pdf/layout/linkedRuns.ts';
import { textRun } from '../../../support/textRun.ts';

const area = (left: number, right: number) => ({
  left,
  right,
  top: 90,
  bottom: 105,
  href: 'https://a.example/',
});
const run = textRun('See the gauges here, or ask.', 0, 100);

describe('linkedRuns', () => {
  it('cuts a run where a link covers some of its words', () => {
    const parts = linkedRuns([run], [area(39, 96)]);
    assert.deepEqual(
      parts.map(({ text, offset, href }) => [text, offset, href !== null]),
      [
        ['See the ', 0, false],
        ['gauges here,', 8, true],
        [' or ask.', 20, false],
      ],
    );
  });

  it('links a run as a whole that is covered but for a letter', () => {
    assert.deepEqual(
      linkedRuns([run], [area(-2, 136)]).map(({ text, href }) => [text, href]),
      [[run.text, 'https://a.example/']],
    );
  });

  it('leaves signs alone that a link reaches into from the next run', () => {
    const before = textRun('as is shown (', 0, 100);
    assert.deepEqual(linkedRuns([before], [area(57, 96)]), [before]);
  });

  it('keeps every character once and in place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20, max: 160 }),
        fc.integer({ min: 1, max: 160 }),
        (left, width) => {
          const parts = linkedRuns([run], [area(left, left + width)]);
          assert.equal(parts.map(({ text }) => text).join(''), run.text);
          for (const { text, offset } of parts)
            assert.equal(run.text.slice(offset, offset + text.length), text);
        },
      ),
    );
  });
});

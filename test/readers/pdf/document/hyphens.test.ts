import assert from 'node:assert/strict';
import { hyphenationOf, keepsHyphen } from '../../../../src/readers/pdf/document/hyphens.ts';

describe('keepsHyphen', () => {
  const breaking = hyphenationOf([
    'The network of long-term gauges is well known,',
    'as is the long-term fund and the networks of it, a net-',
    'work of rivers and their gauges.',
  ]);

  for (const [before, after, keeps] of [
    ['a net-', 'work of', false],
    ['a long-', 'term fund', true],
    ['an unknown wor-', 'ding', false],
    ['the well-', 'known gauge', true],
    ['a fund-', 'rivers thing', true],
    ['the self-', 'service', true],
    ['the COVID-', '19 years', true],
    ['the river-', 'Town line', true],
    ['a third-long-', 'word', true],
    ['an AB-', 'cd', true],
    ['a soft\u00ad', 'hyphen', false],
  ] as const)
    it(`${keeps ? 'keeps' : 'cuts'} it in "${before}" and "${after}"`, () => {
      assert.equal(keepsHyphen(before, after, breaking), keeps);
    });

  it('keeps every hyphen that nothing speaks against in a paper that breaks no words', () => {
    const whole = hyphenationOf([
      'It was found that the middle-',
      'income towns of the network pay.',
    ]);
    assert.equal(keepsHyphen('the labour-', 'intensive way', whole), true);
    assert.equal(keepsHyphen('a net-', 'work of', whole), false);
  });
});

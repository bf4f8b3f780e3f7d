import assert from 'node:assert/strict';
import { keepsHyphen, vocabularyOf } from '../../../../src/readers/pdf/document/hyphens.ts';

describe('keepsHyphen', () => {
  const words = vocabularyOf([
    'The network of long-term gauges is well known,',
    'as is the long-term fund and the networks of it.',
  ]);

  for (const [before, after, keeps] of [
    ['a net-', 'work of', false],
    ['a long-', 'term fund', true],
    ['an unknown wor-', 'ding', false],
    ['the self-', 'service', true],
    ['the COVID-', '19 years', true],
    ['the river-', 'Town line', true],
    ['a third-long-', 'word', true],
    ['an AB-', 'cd', true],
    ['a soft\u00ad', 'hyphen', false],
  ] as const)
    it(`${keeps ? 'keeps' : 'cuts'} it in "${before}" and "${after}"`, () => {
      assert.equal(keepsHyphen(before, after, words), keeps);
    });
});

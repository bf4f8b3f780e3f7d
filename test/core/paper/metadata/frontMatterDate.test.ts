import assert from 'node:assert/strict';
import { frontMatterDate } from '../../../../src/core/paper/metadata/frontMatterDate.ts';

describe('frontMatterDate', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['2022-06-27 04:00:00 +0000', '2022-06-27'],
    ['2021-11-03T09:00:00Z', '2021-11-03'],
    ['2023/5/2', '2023-05-02'],
    ['20230502', '2023-05-02'],
    ['2020-05', '2020-05'],
    ['2019', '2019'],
    ['14 March 2019', '2019-03-14'],
    ['September 2022', '2022-09'],
    ['2020-13-01', null],
    ['2020-02-40', null],
    ['soon', null],
    ['', null],
  ];
  for (const [text, iso] of cases) {
    it(`reads ${JSON.stringify(text)} as ${String(iso)}`, () => {
      assert.equal(frontMatterDate(text), iso);
    });
  }
});

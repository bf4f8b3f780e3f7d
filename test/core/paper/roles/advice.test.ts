import assert from 'node:assert/strict';
import { isAdvice } from '../../../../src/core/paper/roles/advice.ts';

describe('isAdvice', () => {
  it('knows points that say who is to do what', () => {
    const points = [
      'Partners should tie new finance to a common operating rule before 2027.',
      'Donors must fund the stock through the regional pool.',
      'The ministries of the three states ought to publish their gauges.',
      'Small ports need to share one rota.',
    ];
    assert.deepEqual(points.filter(isAdvice), points);
  });

  it('leaves out reports, judgements and expectations', () => {
    const points = [
      'Two of the three treaties lapse within the same eighteen months.',
      'It should come as no surprise that storage is short.',
      'This must be read with the annex.',
      'The share should have been smaller by 2020.',
      'Prices rose. Donors should wait.',
      '',
    ];
    assert.deepEqual(points.filter(isAdvice), []);
  });
});

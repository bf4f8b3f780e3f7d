import assert from 'node:assert/strict';
import { remembered } from '../../../../src/core/paper/roles/remembered.ts';

describe('remembered', () => {
  it('answers the same text once, null and undefined too', () => {
    let asked = 0;
    const answer = remembered((text) => {
      asked += 1;
      return text === '' ? null : undefined;
    });
    assert.deepEqual(
      [answer(''), answer(''), answer('a'), answer('a')],
      [null, null, undefined, undefined],
    );
    assert.equal(asked, 2);
  });

  it('forgets what was not asked for long, and keeps what is asked all the time', () => {
    const asked: string[] = [];
    const answer = remembered((text) => asked.push(text));
    for (let index = 0; index < 40_000; index += 1) {
      answer('often');
      answer(`${index}`);
    }
    answer('0');
    assert.equal(asked.filter((text) => text === 'often').length, 1);
    assert.equal(asked.filter((text) => text === '0').length, 2);
  });
});

import assert from 'node:assert/strict';
import type { Action } from '../../../src/core/annotations/change.ts';
import { emptyHistory, record, undo } from '../../../src/core/annotations/history.ts';
import { historyToStore, readHistory } from '../../../src/core/store/storedHistory.ts';
import { claim } from '../../support/annotations.ts';

const add = (id: string, note = ''): Action => [
  { type: 'add', uri: 'file:///a.md', annotation: claim(id, note) },
];
const kept = (history: unknown) => JSON.parse(JSON.stringify(history)) as unknown;

describe('the history between two sessions', () => {
  it('has what can be undone and made again', () => {
    const history = undo(record(record(emptyHistory, add('1')), add('2')))?.history;
    assert.ok(history);
    assert.deepEqual(readHistory(kept(historyToStore(history))), history);
  });

  it('has the last fifty actions, and less if they are large', () => {
    let history = emptyHistory;
    for (let step = 0; step < 80; step += 1) history = record(history, add(String(step)));
    const { done } = historyToStore(history);
    assert.deepEqual([done.length, done.at(-1)], [50, add('79')]);
    for (let step = 0; step < 9; step += 1) {
      history = record(history, add(`long ${step}`, 'x'.repeat(60_000)));
    }
    assert.equal(historyToStore(history).done.length, 3);
  });

  it('ends where something can’t be read', () => {
    const stored = { done: [add('1'), 'junk', add('2')], undone: [] };
    assert.deepEqual(readHistory(stored).done, [add('2')]);
    assert.deepEqual(readHistory('junk'), emptyHistory);
    assert.deepEqual(readHistory(undefined), emptyHistory);
  });
});

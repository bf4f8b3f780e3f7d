import assert from 'node:assert/strict';
import { isSameRecord } from '../../../src/core/store/isSameRecord.ts';
import { claim, firstWord } from '../../support/annotations.ts';

const record = {
  uri: 'file:///a.md',
  annotations: [claim('1', 'Why?')],
  roles: [{ id: 'r', target: firstWord, role: 'body' as const }],
};
const turned = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).toReversed()) as Value;

describe('records', () => {
  it('are the same in whatever order their keys stand', () => {
    const annotation = { ...claim('1', 'Why?'), target: turned(claim('1').target) };
    assert.ok(isSameRecord(record, { ...record, annotations: [turned(annotation)] }));
  });

  it('differ in what they say', () => {
    assert.ok(!isSameRecord(record, { ...record, annotations: [claim('1', 'Why not?')] }));
    assert.ok(!isSameRecord(record, { ...record, roles: [] }));
    assert.ok(!isSameRecord(record, { ...record, annotations: [claim('1', 'Why?'), claim('2')] }));
  });
});

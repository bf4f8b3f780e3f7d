import assert from 'node:assert/strict';
import { writtenName } from '../../../../src/core/paper/metadata/writtenName.ts';

describe('writtenName', () => {
  const text = 'INES CALLOWAY & J. P. BRANDT\n\nThis was written by Ines\nCalloway on a boat.';

  it('gives a name in capitals as the paper writes it elsewhere', () => {
    assert.equal(writtenName('INES CALLOWAY', text), 'Ines Calloway');
  });

  it('leaves names alone that have small letters or stand nowhere else', () => {
    assert.equal(writtenName('Ines Calloway', text), 'Ines Calloway');
    assert.equal(writtenName('J. P. BRANDT', text), 'J. P. BRANDT');
    assert.equal(writtenName('', text), '');
  });
});

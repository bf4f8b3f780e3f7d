import assert from 'node:assert/strict';
import { renamedUri } from '../../../src/core/annotations/renamedUri.ts';

describe('renamedUri', () => {
  const renames = [
    { from: 'file:///a/old.md', to: 'file:///a/new.md' },
    { from: 'file:///b', to: 'file:///c/b' },
  ];

  it('follows files, and files in renamed folders', () => {
    assert.equal(renamedUri('file:///a/old.md', renames), 'file:///a/new.md');
    assert.equal(renamedUri('file:///b/x/y.md', renames), 'file:///c/b/x/y.md');
  });

  it('leaves others alone, also those that only begin alike', () => {
    assert.equal(renamedUri('file:///bb/x.md', renames), 'file:///bb/x.md');
    assert.equal(renamedUri('file:///a/old.md.txt', renames), 'file:///a/old.md.txt');
  });
});

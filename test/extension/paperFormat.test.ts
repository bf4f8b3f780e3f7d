import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { schemes } from '../../src/extension/ids.ts';
import { formatOf } from '../../src/extension/papers/paperFormat.ts';

describe('formatOf', () => {
  const path = '/Annotation Store.md';
  const formatIn = (scheme: string) =>
    formatOf({ languageId: 'markdown', uri: vscode.Uri.from({ scheme, path }) });

  it('takes Markdown for a paper wherever it is from, but not what the extension shows itself', () => {
    assert.deepEqual([formatIn('file'), formatIn('untitled')], ['markdown', 'markdown']);
    assert.deepEqual(Object.values(schemes).map(formatIn), [null, null]);
  });
});

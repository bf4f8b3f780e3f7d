import assert from 'node:assert/strict';
import { safeHref, safeImageSource } from '../../../src/core/rendering/safeLinks.ts';

describe('safeHref', () => {
  it('lets pages, mails, relative paths and fragments be followed', () => {
    const addresses = [
      'https://a.b',
      'HTTP://a.b',
      'mailto:a@b',
      'a/b.md',
      '/a:b',
      '?a:b',
      '#a:b',
      '//a.b',
      'a',
    ];
    assert.deepEqual(addresses.map(safeHref), addresses);
  });

  it('lets nothing else, however it is disguised', () => {
    const addresses = [
      ...[
        'javascript:a',
        'JaVaScRiPt:a',
        ' java\nscript:a',
        '\u0001javascript:a',
        'java\tscript\r:a',
      ],
      ...[
        'data:text/html,a',
        'vbscript:a',
        'file:///a',
        'command:a',
        'vscode://a',
        'blob:a',
        'a-b.c+d:e',
        ':a',
        '',
        ' ',
      ],
    ];
    assert.deepEqual(
      addresses.map(safeHref),
      addresses.map(() => null),
    );
  });
});

describe('safeImageSource', () => {
  it('lets pictures of the workspace and the web be loaded, and nothing else', () => {
    assert.deepEqual(
      ['a.png', 'https://a.b/c', 'mailto:a@b', 'data:image/png,a', '#a', ''].map(safeImageSource),
      ['a.png', 'https://a.b/c', null, null, null, null],
    );
  });
});

import assert from 'node:assert/strict';
import { headingAbove } from '../../../src/core/anchoring/headingAbove.ts';

const above = (text: string) => headingAbove(text, text.indexOf('HERE'));

describe('headingAbove', () => {
  it('is the nearest heading that Markdown marks', () => {
    assert.equal(above('# Rivers\n\n## Dams ##\nOne.\n\nHERE'), 'Dams');
    assert.equal(above('Dams and locks\n--------------\n\nOne.\n\nHERE'), 'Dams and locks');
  });

  it('is a short line that stands alone and ends like no sentence', () => {
    assert.equal(above('2. Dams\n\nOne of them is old.\n\nIt leaks.\n\nHERE'), '2. Dams');
    assert.equal(above('2. Dams\r\n\r\nOne of them is old.\r\n\r\nHERE'), '2. Dams');
  });

  it('is no line of a paragraph, no item of a list and no long line', () => {
    const lines = [
      '2. Dams',
      'A dam is\nlent out',
      '- locks',
      '* gates',
      `So ${'long '.repeat(30)}x`,
    ];
    assert.equal(above([...lines, 'HERE'].join('\n\n')), '2. Dams');
  });

  it('is not the line that the place is in', () => {
    assert.equal(above('# Rivers\n\n# Dams HERE\n\nOne.'), 'Rivers');
  });

  it('is null without one, and where it is out of reach', () => {
    assert.equal(above('HERE'), null);
    assert.equal(headingAbove('', 0), null);
    assert.equal(headingAbove('One.', 99), null);
    assert.equal(above(`# Rivers\n\n${'All is said. '.repeat(2000)}\n\nHERE`), null);
  });
});

import assert from 'node:assert/strict';
import { placeInMarkup } from '../../../src/core/navigation/placeInMarkup.ts';

describe('the place of words in the markup that they were read from', () => {
  const markup =
    '<title>Ports</title>\n<p>Ports and <em>their</em>&nbsp;guards: a study.</p><p>Guards sleep.</p>';

  it('is where they begin, whatever elements and entities stand between them', () => {
    const text = 'Ports and their guards: a study.\n\nGuards sleep.';
    assert.equal(placeInMarkup(markup, text, 0), markup.indexOf('Ports and'));
    assert.equal(placeInMarkup(markup, text, text.indexOf('Guards')), markup.indexOf('Guards sl'));
  });

  it('is the beginning where there are no such words', () => {
    assert.equal(placeInMarkup(markup, 'Nothing of that', 0), 0);
    assert.equal(placeInMarkup(markup, '', 0), 0);
    assert.equal(placeInMarkup('', '$^(', 0), 0);
  });
});

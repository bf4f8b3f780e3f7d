import assert from 'node:assert/strict';
import { readPaper } from '../../../../src/core/paper/readPaper.ts';

function roles(text: string): readonly string[] {
  const { blocks } = readPaper(`# A paper\n\nAn introduction of some length.\n\n${text}`, {
    format: 'markdown',
    name: 'a.md',
  });
  return blocks.slice(2).map(({ role, text: words }) => `${role}: ${words}`);
}

describe('footnotesRule', () => {
  it('finds notes and references under their headings, up to the next heading', () => {
    assert.deepEqual(
      roles('## Notes\n\n1. One.\n2. Two.\n\n## References\n\n- Three.\n\n## Annex\n\nFour.'),
      [
        'heading: Notes',
        'footnote: One.',
        'footnote: Two.',
        'heading: References',
        'reference: Three.',
        'heading: Annex',
        'body: Four.',
      ],
    );
  });

  it('finds notes that were typed by hand', () => {
    assert.deepEqual(
      roles('Text.\n\n[1] First note.\n\n[2] Second note.\n\n\\[^3\\]: Third note.'),
      [
        'body: Text.',
        'footnote: [1] First note.',
        'footnote: [2] Second note.',
        'footnote: : Third note.',
      ],
    );
    assert.deepEqual(roles('[1] A lone remark.\n\nText.'), [
      'body: [1] A lone remark.',
      'body: Text.',
    ]);
  });

  it('sets the addresses of links apart', () => {
    assert.deepEqual(
      roles('Text [a].\n\n[a]: http://example.org')[1]?.startsWith('metadata'),
      true,
    );
  });
});

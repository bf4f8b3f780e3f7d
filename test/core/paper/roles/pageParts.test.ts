import assert from 'node:assert/strict';
import { readPaper } from '../../../../src/core/paper/readPaper.ts';

const sentence =
  'The harbour has been dredged three times in ten years, and three times it has silted up within a season, at a cost that nobody has added up.';

/** The blocks that are neither body nor heading as "role: text". */
function marked(...lines: readonly string[]): readonly string[] {
  const text = ['Who Pays for the Harbour?', 'By Ann Lee', 'June 2023', '', sentence, '', ...lines];
  return readPaper(text.join('\n'), { format: 'text', name: 'harbour.txt' })
    .blocks.slice(3)
    .filter(({ role }) => role !== 'body' && role !== 'heading')
    .map(({ role, text: words }) => `${role}: ${words}`);
}

describe('roles of the parts of a page', () => {
  it('are those of tags with a label, under a heading, or before a link to all', () => {
    assert.deepEqual(marked('Tags: Ports; Fees; Washington, D.C.'), [
      'tags: Tags: Ports; Fees; Washington, D.C.',
    ]);
    assert.deepEqual(marked('Keywords', '', '• Ports', '• Fees'), [
      'siteText: Keywords',
      'tags: Ports',
      'tags: Fees',
    ]);
    assert.deepEqual(marked('Ports, Fees , Dredging', 'See all topics »'), [
      'tags: Ports, Fees , Dredging',
      'siteText: See all topics »',
    ]);
  });

  it('are not those of tags for a comma list alone', () => {
    assert.deepEqual(marked('Ports, Fees, Dredging'), []);
  });

  it('are those of a summary, under its heading or behind the word', () => {
    assert.deepEqual(marked('Abstract', '', sentence), [
      'summary: Abstract',
      `summary: ${sentence}`,
    ]);
    assert.deepEqual(marked(`Summary: ${sentence}`), [`summary: Summary: ${sentence}`]);
  });

  it('are those of a list of contents with dots or under its heading', () => {
    assert.deepEqual(
      marked('Contents', '', '1. Ships ........ 3', '2. Fees ......... 9', '', sentence),
      ['contents: Contents', 'contents: Ships ........ 3', 'contents: Fees ......... 9'],
    );
  });

  it('are those of notices, marks and records', () => {
    const notice =
      'The views expressed are solely those of the author and do not necessarily reflect those of the Port.';
    assert.deepEqual(marked('UNCLASSIFIED', '', notice, '', 'Posted on 3 May 2024'), [
      'handlingMark: UNCLASSIFIED',
      `disclaimer: ${notice}`,
      'posting: Posted on 3 May 2024',
    ]);
    assert.deepEqual(
      marked('These opinions do not represent all the fishermen of the town, as a poll showed.'),
      [],
    );
  });

  it('are those of files, authors and other papers', () => {
    assert.deepEqual(
      marked(
        ...['About the Author', '', `Ann Lee keeps the harbour's books. ${sentence}`, ''],
        ...['Associated Files', 'harbour-costs.pdf', ''],
        ...[
          'Related Content',
          'Economy',
          'The Price of Mud: Dredging in Ten Ports',
          'See all related stories »',
        ],
        ...['© 2024 The Forum'],
      ),
      [
        'about: About the Author',
        `about: Ann Lee keeps the harbour's books. ${sentence}`,
        'associatedFiles: Associated Files',
        'associatedFiles: harbour-costs.pdf',
        'siteText: Related Content',
        'siteText: Economy',
        'related: The Price of Mud: Dredging in Ten Ports',
        'siteText: See all related stories »',
        'siteText: © 2024 The Forum',
      ],
    );
  });

  it('leave pictures without words and front matter to the paper', () => {
    const text = '---\ntitle: Mud\n---\n\n# Mud\n\n![](mud.png)\n\nText.\n';
    const { blocks } = readPaper(text, { format: 'markdown', name: 'mud.md' });
    assert.deepEqual(
      blocks.map(({ role }) => role),
      ['metadata', 'title', 'body', 'body'],
    );
  });

  it('stay body where a list of networks belongs to the text', () => {
    assert.deepEqual(
      marked('The port writes on these networks:', '', '• Facebook', '• Twitter', '', sentence),
      [],
    );
  });
});

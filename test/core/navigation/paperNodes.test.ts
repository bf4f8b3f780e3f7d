import assert from 'node:assert/strict';
import { neighbouringPoint, nodeInView, pathTo } from '../../../src/core/navigation/inView.ts';
import {
  paperNode,
  type PaperEntry,
  type PaperNode,
} from '../../../src/core/navigation/paperNodes.ts';
import { summarise } from '../../../src/core/navigation/paperSummary.ts';
import type { Paper } from '../../../src/core/paper/paper.ts';
import { paperFromBlocks } from '../../support/paperFromBlocks.ts';
import { placedAnnotation } from '../../support/placedAnnotation.ts';

const point = { role: 'keyPoint', kind: 'listItem' } as const;

const rivers = paperFromBlocks([
  { role: 'keyPointsHeading', text: 'Key Points', level: 2 },
  { ...point, text: 'Water is short.', level: 1, ordinal: '1.' },
  { ...point, text: 'In summer most.', level: 2 },
  { ...point, text: 'Power is dear.', level: 1, ordinal: '2.' },
  { role: 'heading', text: 'Analysis', level: 2 },
  { role: 'body', text: 'A long paragraph of analysis.' },
  { role: 'heading', text: 'Detail', level: 3 },
  { role: 'recommendation', text: 'Share the water.', kind: 'listItem', level: 1 },
]);

function entryOf(paper: Paper, more: Partial<PaperEntry> = {}): PaperEntry {
  return {
    uri: 'file:///rivers.txt',
    name: 'rivers.txt',
    isOpen: true,
    summary: summarise(paper),
    notes: [],
    ...more,
  };
}

function drawn(node: PaperNode, depth = 0): readonly string[] {
  return [
    `${'  '.repeat(depth)}${node.id.replace(/^(?:open:)?file:\/\/\/rivers.txt/u, '')}`,
    ...node.children.flatMap((child) => drawn(child, depth + 1)),
  ];
}

describe('paperNode', () => {
  it('holds key points, recommendations, sections, notes and problems, nested as printed', () => {
    const problem = { message: 'Unclosed table', range: { start: 0, end: 4 } };
    const entry = entryOf({ ...rivers, problems: [problem] }, { notes: [placedAnnotation({})] });
    assert.deepEqual(drawn(paperNode(entry)), [
      '',
      '  /keyPoints',
      '    /keyPoint:Water is short.',
      '      /keyPoint:In summer most.',
      '    /keyPoint:Power is dear.',
      '  /recommendations',
      '    /recommendation:Share the water.',
      '  /sections',
      '    /section:Key Points',
      '    /section:Analysis',
      '      /section:Detail',
      '  /notes',
      '    /note:a',
      '  /problems',
      '    /problem:Unclosed table',
    ]);
  });

  it('counts nested points too', () => {
    const [group] = paperNode(entryOf(rivers)).children;
    assert.deepEqual(group?.data, { kind: 'group', group: 'keyPoints', count: 3 });
  });

  it('leads to where things stand, and nowhere for an orphan', () => {
    const notes = [placedAnnotation({}), placedAnnotation({ id: 'lost' }, null)];
    const groups = paperNode(entryOf(rivers, { notes })).children;
    const places = groups.at(-1)?.children.map(({ place }) => place?.start ?? null);
    assert.deepEqual(places, [10, null]);
    assert.deepEqual(groups[0]?.children[0]?.place, { start: 11, end: 26 });
  });

  it('keeps ids apart where texts repeat, and the same when others come before', () => {
    const twice = paperFromBlocks([
      { ...point, text: 'Same.' },
      { ...point, text: 'Same.' },
    ]);
    const longer = paperFromBlocks([
      { ...point, text: 'New.' },
      { ...point, text: 'Same.' },
    ]);
    assert.deepEqual(drawn(paperNode(entryOf(twice))).slice(2), [
      '    /keyPoint:Same.',
      '    /keyPoint:Same.~2',
    ]);
    assert.deepEqual(drawn(paperNode(entryOf(longer))).slice(2), [
      '    /keyPoint:New.',
      '    /keyPoint:Same.',
    ]);
  });

  it('tells an open paper from the same one closed', () => {
    const ids = [true, false].map((isOpen) => paperNode(entryOf(rivers, { isOpen })).id);
    assert.deepEqual(ids, ['open:file:///rivers.txt', 'file:///rivers.txt']);
  });

  it('has nothing below a paper that states nothing', () => {
    assert.deepEqual(paperNode(entryOf(paperFromBlocks([]))).children, []);
  });
});

describe('nodeInView', () => {
  const root = paperNode(entryOf(rivers));
  const at = (words: string) => nodeInView(root, rivers.text.indexOf(words)).id.split('/').at(-1);

  it('prefers the point that is read to its section', () => {
    assert.equal(at('short.'), 'keyPoint:Water is short.');
    assert.equal(at('summer'), 'keyPoint:In summer most.');
    assert.equal(at('Share'), 'recommendation:Share the water.');
  });

  it('takes the innermost section where there is no point', () => {
    assert.equal(at('paragraph'), 'section:Analysis');
    assert.equal(at('etail'), 'section:Detail');
  });

  it('takes the paper where there is neither', () => {
    assert.equal(nodeInView(root, rivers.text.length + 100), root);
  });
});

describe('pathTo', () => {
  const root = paperNode(entryOf(rivers));
  const idsTo = (id: string) => pathTo(root, id).map((node) => node.id.split('/').at(-1));

  it('leads from the paper to the row', () => {
    assert.deepEqual(idsTo(`${root.uri ?? ''}/keyPoint:In summer most.`), [
      'rivers.txt',
      'keyPoints',
      'keyPoint:Water is short.',
      'keyPoint:In summer most.',
    ]);
    assert.deepEqual(idsTo(root.id), ['rivers.txt']);
  });

  it('is empty for a row of another paper', () => {
    assert.deepEqual(idsTo('file:///other.txt/keyPoints'), []);
  });
});

describe('neighbouringPoint', () => {
  const { keyPoints } = summarise(rivers);
  const at = (offset: number, direction: 'next' | 'previous') =>
    neighbouringPoint(keyPoints.toReversed(), offset, direction)?.text ?? null;

  it('walks in reading order from anywhere', () => {
    assert.equal(at(0, 'next'), 'Water is short.');
    assert.equal(at(11, 'next'), 'In summer most.');
    assert.equal(at(500, 'previous'), 'Power is dear.');
  });

  it('ends at the first and the last', () => {
    assert.equal(at(11, 'previous'), null);
    assert.equal(at(500, 'next'), null);
  });
});

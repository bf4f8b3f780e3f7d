import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  countAnnotations,
  isEmptyArchive,
  readArchive,
  writeArchive,
} from '../../../src/core/store/archive.ts';
import { claim, firstDay, firstWord } from '../../support/annotations.ts';

const paper = (name: string, ...ids: readonly string[]) => ({
  path: name,
  record: {
    uri: `file:///papers/${name}`,
    annotations: ids.map((id) => claim(id, 'Why — “here”?')),
    roles: [{ id: 'r', target: firstWord, role: 'keyPoint' as const }],
  },
});
const rules = [{ publisher: 'Coastal Review', text: 'give now', role: 'siteText' as const }];
const archive = {
  created: firstDay,
  papers: [paper('a.md', '1', '2'), paper('b.md', '3')],
  rules,
};
const text = writeArchive(archive);

describe('an archive', () => {
  it('gives back what was written', () => {
    assert.deepEqual(readArchive(text), { archive, problems: [] });
    assert.deepEqual(readArchive(`\uFEFF${text.replaceAll('\n', '\r\n')}`).archive, archive);
    assert.equal(countAnnotations(archive), 3);
  });

  it('names a paper that is damaged or was changed by hand, and gives the others', () => {
    for (const damaged of [
      text.replace('"3"', '"4"'),
      text.replace('"status": "open"', '"status": "mellow"').replace('"1"', '"x"'),
    ]) {
      const read = readArchive(damaged);
      assert.equal(read.archive?.papers.length, 1);
      assert.equal(read.problems.length, 1);
      assert.equal(read.problems[0]?.kind, 'damagedPaper');
    }
    const odd = readArchive(JSON.stringify({ ...(JSON.parse(text) as object), papers: [7] }));
    assert.deepEqual(odd.problems, [{ kind: 'damagedPaper', index: 0, path: '' }]);
  });

  it('without rules, or with some that are none, is read all the same', () => {
    const json = JSON.parse(text) as object;
    for (const given of [undefined, 'junk', [{ publisher: 5 }]]) {
      const read = readArchive(JSON.stringify({ ...json, rules: given }));
      assert.deepEqual([read.archive?.papers.length, read.archive?.rules], [2, []]);
    }
    assert.ok(isEmptyArchive({ created: firstDay, papers: [], rules: [] }));
    assert.ok(!isEmptyArchive({ created: firstDay, papers: [], rules }));
  });

  it('is none in any other text, and says why', () => {
    const kind = (other: string) => readArchive(other).problems[0]?.kind;
    assert.equal(kind(text.slice(0, -20)), 'notJson');
    assert.equal(kind(''), 'notJson');
    assert.equal(kind('{"format":"something else"}'), 'notArchive');
    assert.equal(kind(text.replace('"version": 1', '"version": 2')), 'newer');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (other) => {
        assert.equal(readArchive(other).archive, null);
      }),
    );
  });
});

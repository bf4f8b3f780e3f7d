import assert from 'node:assert/strict';
import { categoryOf, readCategories } from '../../../src/core/annotations/categories.ts';

const evidence = {
  id: 'evidence',
  name: 'Evidence',
  letter: 'E',
  color: 'policyAnnotator.evidence',
};

describe('readCategories', () => {
  it('reads sound entries in their order, named by their name if they have no id', () => {
    const own = { name: ' Legal basis ', letter: '§', color: '#B58900' };
    assert.deepEqual(readCategories([evidence, own]), {
      categories: [
        evidence,
        { id: 'legal basis', name: 'Legal basis', letter: '§', color: '#B58900' },
      ],
      problems: [],
    });
  });

  it('says what is wrong with an entry and leaves it out', () => {
    const setting = [
      { ...evidence, letter: 'EV' },
      { ...evidence, color: 'red' },
      { ...evidence, color: '#12' },
      { ...evidence, name: ' ' },
      'Evidence',
      evidence,
      { ...evidence, name: 'Another' },
    ];
    const { categories, problems } = readCategories(setting);
    assert.deepEqual(categories, [evidence]);
    assert.deepEqual(
      problems.map(({ index, problem }) => `${index} ${problem}`),
      ['0 letter', '1 color', '2 color', '3 incomplete', '4 incomplete', '6 repeated'],
    );
  });

  it('reads nothing out of what is no list', () => {
    for (const setting of [undefined, null, 'x', {}]) {
      assert.deepEqual(readCategories(setting), { categories: [], problems: [] });
    }
  });
});

describe('categoryOf', () => {
  it('finds a category, and stands in for one that is not in the settings any more', () => {
    assert.equal(categoryOf([evidence], 'evidence'), evidence);
    assert.deepEqual(categoryOf([evidence], 'risk'), {
      id: 'risk',
      name: 'risk',
      letter: 'R',
      color: '#808080',
    });
    assert.equal(categoryOf([], '').letter, '?');
  });
});

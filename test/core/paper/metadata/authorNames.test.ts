import assert from 'node:assert/strict';
import {
  nameFromSlug,
  namesIn,
  printedName,
} from '../../../../src/core/paper/metadata/authorNames.ts';

describe('namesIn', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Ana Varga', ['Ana Varga']],
    ['By **Ana Varga**', ['Ana Varga']],
    ['[Ana Varga](https://example.org/ana)', ['Ana Varga']],
    ['Varga, Ana', ['Ana Varga']],
    ['Varga, Ana; Okafor, Ben', ['Ana Varga', 'Ben Okafor']],
    ['Ana Varga and Ben Okafor', ['Ana Varga', 'Ben Okafor']],
    ['Ana Varga, Ben Okafor, and Cleo Marsh', ['Ana Varga', 'Ben Okafor', 'Cleo Marsh']],
    ['Ana Varga, Ben Okafor', ['Ana Varga', 'Ben Okafor']],
    ['Dr. Ana Varga, PhD', ['Ana Varga']],
    ['Ana Varga, Senior Fellow, River Institute', ['Ana Varga | Senior Fellow | River Institute']],
    ['Ana Varga (River Institute)', ['Ana Varga | River Institute']],
    ['Ana Varga, Department of Health and Safety', ['Ana Varga | Department of Health and Safety']],
    ['Centre for Health and Safety', ['Centre for Health and Safety']],
    ['Ana Varga <ana@example.org>', ['Ana Varga']],
    ['_people/ana-varga.md', ['Ana Varga']],
    ['ana-maria-de-la-cruz', ['Ana Maria de la Cruz']],
    ['avarga', ['avarga']],
    ['admin', []],
    ['', []],
  ];
  for (const [value, expected] of cases) {
    it(`finds ${JSON.stringify(expected)} in ${JSON.stringify(value)}`, () => {
      const named = namesIn(value).map(({ name, affiliations }) =>
        [name, ...affiliations].join(' | '),
      );
      assert.deepEqual(named, expected);
    });
  }
});

describe('nameFromSlug', () => {
  it('spells a name with initials and particles and without numbers', () => {
    assert.equal(nameFromSlug('j-marcus-hale-2'), 'J. Marcus Hale');
    assert.equal(nameFromSlug('ursula_von_der_heide'), 'Ursula von der Heide');
    assert.equal(nameFromSlug('mhale'), 'mhale');
  });
});

describe('printedName', () => {
  it('takes the fuller form that the text prints', () => {
    assert.equal(printedName('Marcus Hale', 'as J. Marcus Hale wrote'), 'J. Marcus Hale');
    assert.equal(printedName('Ana Varga', 'Ana M. Varga said'), 'Ana M. Varga');
  });

  it('finds whose account it is', () => {
    assert.equal(printedName('avarga', 'In this webinar Ana Varga speaks'), 'Ana Varga');
  });

  it('leaves a name as it is where the text says nothing of it', () => {
    assert.equal(printedName('Ana Varga', 'Anna Vargas'), 'Ana Varga');
    assert.equal(printedName('avarga', 'Ben Varga'), 'avarga');
    assert.equal(printedName('lucy', 'Lucy'), 'lucy');
    assert.equal(printedName("Seán O'Neill", 'Seán'), "Seán O'Neill");
  });
});

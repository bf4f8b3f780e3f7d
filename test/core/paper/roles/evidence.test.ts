import assert from 'node:assert/strict';
import { acronymsIn } from '../../../../src/core/paper/roles/acronyms.ts';
import { datesIn } from '../../../../src/core/paper/roles/dates.ts';
import { headingMeaning } from '../../../../src/core/paper/roles/headingWords.ts';
import { bodyIn, isNamesAlone, peopleIn } from '../../../../src/core/paper/roles/people.ts';
import { isSeriesAlone, seriesPrefix } from '../../../../src/core/paper/roles/seriesWords.ts';
import { siteCue } from '../../../../src/core/paper/roles/siteWords.ts';

describe('datesIn', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['January 13, 2023', ['2023-01-13']],
    ['13 January 2023', ['2023-01-13']],
    ['24 Jan 2023', ['2023-01-24']],
    ['Friday, June 22, 2018', ['2018-06-22']],
    ['March 26th, 2022', ['2022-03-26']],
    ['November 2020', ['2020-11']],
    ['December, 2024', ['2024-12']],
    ['2021-05-07', ['2021-05-07']],
    ['13. Januar 2023', ['2023-01-13']],
    ['1er mars 2021', ['2021-03-01']],
    ['13 de enero de 2023', ['2023-01-13']],
    ['03.04.2020', ['2020-04-03']],
    ['FEB 2 6 2014', ['2014-02-26']],
    ['Mar 3 1, 2031', ['2031-03-31']],
    ['May 4 2 2014', []],
    ['25/12/2019', ['2019-12-25']],
    ['12/25/2019', ['2019-12-25']],
    ['03/04/2020', []],
    ['May the ports agree', []],
    ['Month Day, Year', []],
    ['7 May 2021, updated 9 June 2021', ['2021-05-07', '2021-06-09']],
  ];
  for (const [text, expected] of cases) {
    it(`reads ${text} as ${expected.join(' and ') || 'no date'}`, () => {
      assert.deepEqual(
        datesIn(text).map(({ iso }) => iso),
        expected,
      );
    });
  }
});

describe('peopleIn', () => {
  const shown = (text: string): readonly string[] =>
    peopleIn(text, 0).map(({ rank, name, affiliations }) =>
      [rank ?? '–', name, ...affiliations].join(' | '),
    );

  it('keeps rank, service, country and unit apart from the name', () => {
    assert.deepEqual(shown('By LTC Joon Park, ROK Army, Studies Group 5'), [
      'LTC | Joon Park | ROK Army | Studies Group 5',
    ]);
    assert.deepEqual(shown('Author: Dr. Ana de la Vega*, Port University'), [
      'Dr. | Ana de la Vega | Port University',
    ]);
  });

  it('reads several people', () => {
    assert.deepEqual(shown('By Ann Lee, Bo Ek, and Cy Day'), [
      '– | Ann Lee',
      '– | Bo Ek',
      '– | Cy Day',
    ]);
    assert.deepEqual(shown('Ann Lee, Bo Ek'), ['– | Ann Lee', '– | Bo Ek']);
    assert.deepEqual(shown('Ann Lee, Deputy Director'), ['– | Ann Lee | Deputy Director']);
    assert.deepEqual(shown('by Ann Lee, by Bo Ek'), ['– | Ann Lee', '– | Bo Ek']);
    assert.deepEqual(shown('Authors: Ann Lee; Bo Ek'), ['– | Ann Lee', '– | Bo Ek']);
    assert.deepEqual(
      shown('By Ann Lee, Institute for Peace and Port Studies, and Bo Ek, Holm College'),
      ['– | Ann Lee | Institute for Peace and Port Studies', '– | Bo Ek | Holm College'],
    );
  });

  it('takes a body for nobody', () => {
    assert.deepEqual(shown('By Ports Foundation • 15 January 2020'), []);
    assert.equal(bodyIn('By Ports Foundation • 15 January 2020', 0)?.text, 'Ports Foundation');
    assert.equal(bodyIn('By Ann Lee', 0), null);
  });

  it('knows lines of names', () => {
    assert.ok(isNamesAlone('Ines Calloway and Peter Brandt'));
    assert.ok(!isNamesAlone('The National'));
    assert.ok(!isNamesAlone('What happened in June.'));
  });
});

describe('siteCue', () => {
  it('names what sites print around papers', () => {
    const cues = [
      ['Skip navigation', 'skip link'],
      ['0 comments', 'comment count'],
      ['32 min read', 'reading time'],
      ['Share on Twitter', 'print and share links'],
      ['© 2024 The Forum', 'copyright line'],
      ['This website uses cookies to improve your visit.', 'cookie notice'],
      ['Home › Papers › Ports', 'breadcrumb'],
      ['A B C D E F G H I J', 'A–Z list'],
      ['Privacy Policy | Terms of Use', 'footer links'],
    ];
    for (const [text = '', evidence] of cues) assert.equal(siteCue(text), evidence, text);
  });

  it('leaves sentences and titles of papers alone', () => {
    const own = [
      'Search and rescue at sea',
      'Register of interests',
      'Copyright reform is due.',
      'Read the report',
    ];
    for (const text of own) assert.equal(siteCue(text), null, text);
  });
});

describe('seriesPrefix', () => {
  it('finds a kind of publication before the colon of a title', () => {
    assert.equal(seriesPrefix('Ports Policy Paper: Who pays?'), 'Ports Policy Paper');
    assert.equal(seriesPrefix('Policy Brief No. 12: Who pays?'), 'Policy Brief No. 12');
    assert.equal(seriesPrefix('River Compacts: the cost of waiting'), null);
    assert.ok(isSeriesAlone('SPECIAL REPORT NO. 489'));
    assert.ok(!isSeriesAlone('A working paper for the Forum'));
  });
});

describe('acronymsIn', () => {
  const shown = (text: string): readonly string[] =>
    acronymsIn(text).map(({ short, meaning }) => `${short}: ${meaning}`);

  it('reads an acronym in brackets and the other way round, once each', () => {
    assert.deepEqual(
      shown('the Joint River Office (JRO) and weapons of mass destruction (WMD), JRO'),
      ['JRO: Joint River Office', 'WMD: weapons of mass destruction'],
    );
    assert.deepEqual(shown('The UBS (Upper Basin States) met.'), ['UBS: Upper Basin States']);
  });

  it('leaves brackets that spell nothing', () => {
    assert.deepEqual(shown('various bodies (CSTO, SCO) and a ministry (MOD)'), []);
  });
});

describe('headingMeaning', () => {
  it('knows headings by their words in any case, with number or colon', () => {
    assert.equal(headingMeaning('Executive Summary:'), 'summary');
    assert.equal(headingMeaning('01 RECOMMENDATIONS'), 'recommendations');
    assert.equal(headingMeaning('Inhaltsverzeichnis'), 'contents');
    assert.equal(headingMeaning('Three kinds of rule'), null);
  });
});

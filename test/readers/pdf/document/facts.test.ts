import assert from 'node:assert/strict';
import type { FileProperties } from '../../../../src/readers/pdf/document/facts.ts';
import { factsOf, runningDate } from '../../../../src/readers/pdf/document/facts.ts';

const none: FileProperties = { title: [], authors: [], keywords: [], publisher: [], created: [] };
const shown = (properties: Partial<FileProperties>, printed = '') =>
  factsOf({ ...none, ...properties }, (text) => printed.includes(text)).map(
    ({ field, text, trust }) => `${field} ${text} ${trust.toFixed(1)}`,
  );

describe('factsOf', () => {
  it('believes properties more that are printed too', () => {
    assert.deepEqual(shown({ title: ['Five rivers'], authors: ['Ines Calloway'] }), [
      'title Five rivers 0.4',
      'author Ines Calloway 0.2',
    ]);
    assert.deepEqual(
      shown({ title: ['Five rivers'], authors: ['Ines Calloway'] }, 'Five rivers by Ines Calloway'),
      ['title Five rivers 0.6', 'author Ines Calloway 0.5'],
    );
  });

  it('takes no titles that programs made, and no account for a person', () => {
    assert.deepEqual(
      shown({
        title: ['Microsoft Word - report final.doc', 'report.indd', 'untitled'],
        authors: ['user12'],
      }),
      [],
    );
  });

  it('takes short keywords for tags, and the day of making for that of posting', () => {
    assert.deepEqual(
      shown({ keywords: ['water, rivers; floods'], created: ["D:20310503120000+02'00'"] }),
      ['tag water 0.4', 'tag rivers 0.4', 'tag floods 0.4', 'posted 2031-05-03 0.3'],
    );
    assert.deepEqual(shown({ keywords: ['Cover: May 2031'] }), ['tag Cover: May 2031 0.2']);
  });
});

describe('runningDate', () => {
  const line = (text: string, reason = 'running head') => ({ text, reason });

  it('is the one date that running heads print again and again', () => {
    assert.deepEqual(
      runningDate([line('Water / 3 May 2031'), line('Water / 3 May 2031')]).map(({ text }) => text),
      ['3 May 2031'],
    );
    assert.deepEqual(runningDate([line('3 May 2031'), line('4 May 2031')]), []);
    assert.deepEqual(runningDate([line('3 May 2031')]), []);
    assert.deepEqual(runningDate([]), []);
  });
});

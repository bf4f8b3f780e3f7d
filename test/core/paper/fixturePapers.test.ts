import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readPaper } from '../../../src/core/paper/readPaper.ts';
import { summarizePaper } from '../../../src/core/paper/summarizePaper.ts';

const folder = 'test/fixtures/papers/';
const names = readdirSync(folder).filter((name) => /\.(?:md|txt)$/u.test(name));

/** The report with sections as "level title", cut to what the fixture states. */
function reported(name: string, stated: readonly string[]): Record<string, unknown> {
  const text = readFileSync(folder + name, 'utf8');
  const format = name.endsWith('.md') ? 'markdown' : 'text';
  const report = summarizePaper(readPaper(text, { format, name }));
  const sections = report.sections.map(({ level, title }) => `${level} ${title}`);
  return Object.fromEntries(
    Object.entries({ ...report, sections }).filter(([key]) => stated.includes(key)),
  );
}

describe('the papers in test/fixtures/papers', () => {
  for (const name of names) {
    it(`reads ${name} as the file beside it says`, () => {
      const expected = JSON.parse(
        readFileSync(folder + name.replace(/\.\w+$/u, '.json'), 'utf8'),
      ) as Record<string, unknown>;
      assert.deepEqual(reported(name, Object.keys(expected)), expected);
    });
  }
});

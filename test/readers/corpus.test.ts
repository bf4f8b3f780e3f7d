import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDocument } from '../../src/core/paper/document/readDocument.ts';
import { createReaders } from '../../src/readers/readers.ts';
import { sniff } from '../../src/readers/sniff/sniff.ts';
import { checkTextMaps } from '../core/rendering/checkTextMap.ts';
import { loadAsset } from '../support/readMadePdf.ts';

const readers = createReaders(loadAsset);

const folder = resolve('../shared/corpus');
const files = ['html', 'docx', 'pdf', 'nasty'].flatMap((name) =>
  existsSync(join(folder, name))
    ? readdirSync(join(folder, name)).map((file) => join(name, file))
    : [],
);

/** The text that a file is read as, or why it is not; what a bad file must never be is an exception. */
async function outcomeOf(file: string): Promise<string> {
  const bytes = new Uint8Array(readFileSync(join(folder, file)));
  const found = sniff(bytes, file);
  if (!found.ok) return found.message;
  if ('text' in found) return found.format;
  const answer = await readers[found.format].read(bytes, { name: file });
  if (!answer.ok) return answer.message;
  const paper = readDocument(answer.document, { format: found.format, name: file });
  checkTextMaps(paper);
  // A scan has no text, but says so.
  return [...paper.problems.map(({ message }) => message), paper.text].join('\n');
}

describe('real papers', () => {
  if (files.length === 0) it.skip('are read (the corpus is not here)');
  for (const file of files)
    it(`are read, or refused with a reason, and always the same: ${file}`, async () => {
      const outcome = await outcomeOf(file);
      assert.notEqual(outcome, '');
      assert.equal(await outcomeOf(file), outcome);
    }).timeout(30_000);
});

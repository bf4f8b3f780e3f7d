import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { paperToMarkdown } from '../../src/core/conversion/paperToMarkdown.ts';
import { readDocument } from '../../src/core/paper/document/readDocument.ts';
import type { DocumentFormat, Paper } from '../../src/core/paper/paper.ts';
import { readPaper } from '../../src/core/paper/readPaper.ts';
import { htmlReader } from '../../src/readers/html/htmlReader.ts';
import { pdfReader } from '../../src/readers/pdf/pdfReader.ts';
import type { DocumentReader } from '../../src/readers/reader.ts';
import { wordReader } from '../../src/readers/word/wordReader.ts';

const noAssets = () => Promise.reject(new Error('not needed here'));
const readers: Readonly<Record<DocumentFormat, DocumentReader>> = {
  html: htmlReader,
  pdf: pdfReader(noAssets),
  docx: wordReader,
};

function filesOf(folder: string, format: DocumentFormat): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(`.${format}`));
  return names.map((name) => path.join(folder, name));
}

/** What the trees show of a paper; letters and digits only, since markers of lists may differ. */
function statedBy({ metadata, blocks }: Paper) {
  const points = blocks.filter(({ role }) => role === 'keyPoint' || role === 'recommendation');
  return {
    title: metadata.title?.text,
    people: metadata.people.map(({ name }) => name),
    date: metadata.date?.iso,
    tags: [...new Set(metadata.tags.map(({ text }) => text.toLowerCase()))],
    points: points.map(({ role, text }) => [role, text.replace(/[^\p{L}\p{N}]+/gu, '')]),
  };
}

for (const [where, folder] of [
  ['samples', 'samples'],
  ['corpus', '../shared/corpus'],
] as const) {
  for (const format of ['html', 'pdf', 'docx'] as const) {
    const place = where === 'samples' ? folder : path.join(folder, format);
    const files = filesOf(place, format);
    const test = files.length > 0 ? it : it.skip;

    test(`states the same as Markdown, for every ${format} file of the ${where}`, async function () {
      this.timeout(120_000);
      for (const file of files) {
        const name = path.basename(file);
        const answer = await readers[format].read(Uint8Array.from(readFileSync(file)), { name });
        assert.ok(answer.ok, name);
        const paper = readDocument(answer.document, { name, format });
        const markdown = paperToMarkdown(paper);
        const again = readPaper(markdown, { name: `${name}.md`, format: 'markdown' });
        assert.deepEqual(statedBy(again), statedBy(paper), name);
      }
    });
  }
}

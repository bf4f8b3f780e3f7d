// npm run bench:readers
// Milliseconds that a saved page or a Word file takes to become a document, beside the plain extraction by a
// known library on the same machine in the same run: Readability for pages, mammoth's raw text for Word.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { Buffer } from 'node:buffer';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { fileURLToPath, URL } from 'node:url';
import { loadReaders } from '../../scripts/loadCore.mjs';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const results = new URL('../results/', import.meta.url);
const runs = 15;

const peers = {
  html: (bytes) => new Readability(parseHTML(new TextDecoder().decode(bytes)).document).parse(),
  docx: (bytes) => mammoth.extractRawText({ buffer: Buffer.from(bytes) }),
};

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Both in turn, so that what disturbs the machine disturbs both. */
async function medians(own, peer) {
  const times = [[], []];
  for (let run = 0; run < runs; run += 1)
    for (const [index, work] of [own, peer].entries()) {
      const start = performance.now();
      await work();
      times[index].push(performance.now() - start);
    }
  return times.map(median);
}

const { readers } = await loadReaders();
const rows = [];
for (const [format, peer] of Object.entries(peers)) {
  if (!existsSync(corpus + format)) continue;
  for (const file of readdirSync(corpus + format)) {
    const bytes = new Uint8Array(readFileSync(`${corpus}${format}/${file}`));
    const [own, other] = await medians(
      () => readers[format].read(bytes, { name: file }),
      () => peer(bytes),
    );
    rows.push([file, Math.round(bytes.length / 1000), own, other, own / other]);
  }
}
if (rows.length === 0)
  console.log('No papers: ../shared/corpus is absent, so nothing was measured.');
else {
  const lines = [
    '| paper | kB | ours, ms | peer, ms | ratio |',
    '| ----- | -- | -------- | -------- | ----- |',
    ...rows.map(
      ([file, size, own, other, ratio]) =>
        `| ${file} | ${size} | ${own.toFixed(1)} | ${other.toFixed(1)} | ${ratio.toFixed(2)} |`,
    ),
  ];
  console.log(lines.join('\n'));
  await mkdir(results, { recursive: true });
  await writeFile(new URL('readers.md', results), `# Readers\n\n${lines.join('\n')}\n`);
}

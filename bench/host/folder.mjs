// The folder of papers that the host reads: of all formats, of different sizes, all of them anew.
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/project.mjs';
import { makePaper } from '../index/papers.mjs';

const samples = path.join(root, 'samples');
const corpus = path.join(root, '../shared/corpus');

/** A saved page of about `size` characters: the sample's text over and over. */
async function longPage(size) {
  const page = await readFile(path.join(samples, 'pilot-fees-web-page.html'), 'utf8');
  const [before, main, after] = page.split(/(?<=<main[^>]*>)|(?=<\/main>)/);
  return before + main.repeat(Math.ceil(size / main.length)) + after;
}

async function largest(folder, count) {
  const names = await readdir(folder);
  const sizes = await Promise.all(
    names.map(async (name) => ({ name, ...(await stat(path.join(folder, name))) })),
  );
  const sorted = sizes.sort((a, b) => b.size - a.size);
  return sorted.slice(0, count).map(({ name }) => name);
}

/**
 * Fills a folder with that many papers made of the samples, and the corpus where it is; names the papers
 * that are to be opened.
 */
export async function fillFolder(folder, papers) {
  const files = await readdir(samples);
  const others = files.filter((name) => /\.(?:pdf|html|docx)$/.test(name));
  for (let index = 0; index < papers; index += 1) {
    const name = others[index % (2 * others.length)];
    if (name !== undefined)
      await cp(path.join(samples, name), path.join(folder, `${index}-${name}`));
    else {
      // One in ten is long.
      const made = makePaper(index, index % 10 === 9 ? 400_000 : 20_000);
      await writeFile(path.join(folder, made.name), made.text);
    }
  }
  await writeFile(path.join(folder, 'long-page.html'), await longPage(1_000_000));
  const opened = [{ what: 'a saved page of 1 MB', file: 'long-page.html' }];
  if (!existsSync(corpus)) return { opened, hasCorpus: false };
  for (const format of ['pdf', 'html', 'docx', 'md', 'txt']) {
    const from = path.join(corpus, format);
    await mkdir(path.join(folder, format));
    for (const name of await readdir(from)) {
      await cp(path.join(from, name), path.join(folder, format, name));
    }
    if (format !== 'md' && format !== 'txt')
      for (const name of await largest(from, 2))
        opened.push({ what: name, file: `${format}/${name}` });
  }
  return { opened, hasCorpus: true };
}

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A new folder with one paper in it, of that many lines that all differ; no two such papers are alike. */
export async function linedPaper(lines: number): Promise<{ folder: string; paper: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'papers-'));
  return { folder, paper: await addLinedPaper(folder, 'ledger', lines) };
}

/** Puts one more such paper into a folder; gives its path. */
export async function addLinedPaper(folder: string, name: string, lines: number): Promise<string> {
  const paper = path.join(folder, `${name}.txt`);
  await writeFile(paper, lineText(`${path.basename(folder)}, ${name}`, lines));
  return paper;
}

function lineText(title: string, lines: number): string {
  const written = Array.from(
    { length: lines },
    (_, line) => `Entry ${line} of the ledger names measure ${line * 7919} and no other.`,
  );
  return `A ledger of measures for ${title}\n\n${written.join('\n')}\n`;
}

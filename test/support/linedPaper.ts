import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A new folder with one paper in it, of that many lines that all differ; no two such papers are alike. */
export async function linedPaper(lines: number): Promise<{ folder: string; paper: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'papers-'));
  const paper = path.join(folder, 'ledger.txt');
  await writeFile(paper, lineText(path.basename(folder), lines));
  return { folder, paper };
}

function lineText(title: string, lines: number): string {
  const written = Array.from(
    { length: lines },
    (_, line) => `Entry ${line} of the ledger names measure ${line * 7919} and no other.`,
  );
  return `A ledger of measures for ${title}\n\n${written.join('\n')}\n`;
}

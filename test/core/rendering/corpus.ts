import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TextFormat } from '../../../src/core/paper/paper.ts';

/** A paper of the corpus of real ones. */
export interface CorpusPaper {
  readonly name: string;
  readonly format: TextFormat;
  readonly text: string;
}

const folder = resolve('../shared/corpus');

/** The corpus's Markdown and text files; empty where the corpus is not at hand. */
export function corpusPapers(): readonly CorpusPaper[] {
  return ['md', 'txt', 'nasty'].flatMap((name) => {
    const place = join(folder, name);
    if (!existsSync(place)) return [];
    const files = readdirSync(place).filter((file) => /\.(?:md|txt)$/u.test(file));
    return files
      .filter((file) => !file.startsWith('huge'))
      .map((file) => ({
        name: file,
        format: file.endsWith('.md') ? ('markdown' as const) : ('text' as const),
        text: readFileSync(join(place, file), 'utf8'),
      }));
  });
}

/** A file of the corpus; null where the corpus is not at hand. */
export function corpusFile(...path: readonly string[]): string | null {
  const file = join(folder, ...path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

import { build } from 'esbuild';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../scripts/project.mjs';

/** Does the work in a folder of its own, which is gone afterwards. */
export async function inFolder(work) {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Modules of `src`, given by their paths there, bundled as the extension bundles them and loaded as one. */
export async function loadModules(folder, modules) {
  const outfile = path.join(folder, 'parts.mjs');
  const contents = modules.map((module) => `export * from './src/${module}';`).join('\n');
  await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}

/** Prints a table and keeps it in `bench/results/`, with its figures beside it. */
export async function report(name, lines, figures) {
  console.log(lines.join('\n'));
  const folder = path.join(root, 'bench/results');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${name}.md`), lines.join('\n'));
  await writeFile(path.join(folder, `${name}.json`), `${JSON.stringify(figures, null, 2)}\n`);
}

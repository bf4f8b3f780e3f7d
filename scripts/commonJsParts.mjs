import { transform } from 'esbuild';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where the parts are put, below the folder of the bundle. */
const parts = 'parts';

/**
 * Writes the files of a bundle that is split as CommonJS, which is what VS Code loads an extension as.
 * esbuild splits ES modules only, but turns each of these into CommonJS: what they import of one another
 * they require then, and what they import when it is wanted they require when it is wanted. Every module is
 * in one of the files, so none of its state is there twice.
 *
 * @type {import('esbuild').Plugin}
 */
export const commonJsParts = {
  name: 'common-js-parts',
  setup({ initialOptions, onResolve, onLoad, onEnd }) {
    const { entryPoints, outdir, minify, target } = initialOptions;
    const main = path.resolve(entryPoints[0]);
    const folder = path.join(outdir, parts);
    Object.assign(initialOptions, {
      ...{ format: 'esm', splitting: true, write: false },
      ...{ outExtension: { '.js': '.cjs' }, chunkNames: `${parts}/[name]-[hash]` },
      // The second step goes on from the map that stands in the first one's file.
      sourcemap: initialOptions.sourcemap ? 'inline' : false,
    });

    // What a part has in common with the main file would be in a file for itself, and all of these would be
    // loaded at the start. A part that imports all of the main file leaves it whole.
    onResolve({ filter: /^\.\.?\// }, ({ kind, path: file, resolveDir }) =>
      kind === 'dynamic-import' ? { path: path.join(resolveDir, file), pluginData: 'part' } : null,
    );
    onLoad({ filter: /\.ts$/ }, async ({ path: file, pluginData }) =>
      pluginData === 'part'
        ? {
            contents: `${await readFile(file, 'utf8')}\nimport ${JSON.stringify(main)};`,
            loader: 'ts',
          }
        : null,
    );

    onEnd(async ({ outputFiles = [] }) => {
      await mkdir(folder, { recursive: true });
      await Promise.all(
        outputFiles.map(async ({ path: file, text }) => {
          const sourcemap = initialOptions.sourcemap ? 'inline' : false;
          // An `import` that stayed one would find none of the names that such a file exports.
          const supported = { 'dynamic-import': false };
          const options = { format: 'cjs', supported, minify, target, sourcemap };
          const { code } = await transform(text, { ...options, legalComments: 'none' });
          await writeFile(file, code);
        }),
      );
      const written = new Set(outputFiles.map(({ path: file }) => path.basename(file)));
      for (const name of await readdir(folder)) {
        if (!written.has(name)) await rm(path.join(folder, name));
      }
    });
  },
};

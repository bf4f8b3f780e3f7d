import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow, root } from './project.mjs';

/** Options of esbuild by which a name that the plugin did not find fails the build. */
export const nothingUndefined = { 'import-is-undefined': 'error' };

/**
 * Asks VS Code for its API once, and takes from it what the sources name. A module that is not bundled is
 * otherwise asked for by each file that imports it, and all of its 350 members are copied each time: in a
 * hundred files, that was a third of the time of activation.
 *
 * @type {import('esbuild').Plugin}
 */
export const vscodeOnce = {
  name: 'vscode-once',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'api'
        ? { path: 'vscode', external: true }
        : { path: 'vscode', namespace: 'api' },
    );
    onLoad({ filter: /^vscode$/, namespace: 'api' }, async () => ({
      contents: [
        `import * as vscode from 'vscode';`,
        ...(await namesInSources()).map((name) => `export const ${name} = vscode.${name};`),
      ].join('\n'),
    }));
  },
};

/** What the extension's sources take from the API, some types and words of strings among it. */
async function namesInSources() {
  const files = await filesBelow(path.join(root, 'src/extension'), '.ts');
  const sources = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const found = sources.flatMap((source) => [...source.matchAll(/\bvscode\.([A-Za-z]\w*)/gu)]);
  return [...new Set(found.map(([, name]) => name))].sort();
}

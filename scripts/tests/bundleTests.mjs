import { build } from 'esbuild';
import path from 'node:path';
import { bundlePdfjs } from '../pdfjs/bundlePdfjs.mjs';
import { filesBelow, root } from '../project.mjs';
import { runFolder } from './runFolder.mjs';

/**
 * Bundles the tests of `test/<suite>` as modules for Node, npm packages left out but pdf.js.
 *
 * @param {string} suite
 * @param {{wholeLayer?: string}} [options] `wholeLayer`: a folder of sources that is bundled as a whole, so
 *   that what no test touches counts as uncovered
 * @returns {Promise<string[]>} the bundled files, in order
 */
export async function bundleTests(suite, { wholeLayer } = {}) {
  const outdir = runFolder(suite);
  const sources = await filesBelow(path.join(root, 'test', suite), '.test.ts');
  const layer = wholeLayer ? await filesBelow(path.join(root, wholeLayer), '.ts') : [];
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...sources, ...layer],
    outbase: root,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    treeShaking: !wholeLayer,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [bundlePdfjs],
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  });
  return Object.entries(metafile.outputs)
    .filter(([, { entryPoint }]) => entryPoint !== undefined)
    .map(([file]) => path.join(root, file))
    .sort();
}

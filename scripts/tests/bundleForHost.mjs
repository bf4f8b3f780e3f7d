import { build } from 'esbuild';
import path from 'node:path';
import { filesBelow, root } from '../project.mjs';
import { runFolder } from './runFolder.mjs';

/**
 * Bundles the tests of test/extension and the module that runs them in the extension host.
 *
 * @returns {Promise<string>} path of the module, for `extensionTestsPath`
 */
export async function bundleForHost() {
  const outdir = runFolder('host');
  const tests = await filesBelow(path.join(root, 'test/extension'), '.test.ts');
  const common = {
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: true,
    logLevel: 'warning',
  };
  await build({
    ...common,
    stdin: {
      contents: tests.map((file) => `import ${JSON.stringify(file)};`).join('\n'),
      resolveDir: root,
    },
    outfile: path.join(outdir, 'tests.cjs'),
  });
  const runner = path.join(outdir, 'run.cjs');
  await build({ ...common, entryPoints: ['test/extension/run.ts'], outfile: runner });
  return runner;
}

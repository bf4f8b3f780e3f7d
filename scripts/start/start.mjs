import process from 'node:process';
import { installDependencies } from '../dependencies.mjs';
import { main } from '../project.mjs';
import { packageQuietly } from '../packageExtension.mjs';
import { runFolder } from '../tests/runFolder.mjs';
import { showProgress } from '../host/progress.mjs';
import { findDesktop, startDesktop } from './desktop.mjs';
import { choosePort, startEmbedded } from './embedded.mjs';
import { readOptions } from './options.mjs';

/** Opens a folder of papers in a VS Code with the packaged extension. */
export async function start() {
  process.once('SIGINT', () => process.exit(0));
  await main(async () => {
    // What can be wrong with the wish is said before anything is fetched.
    const { folder, port, desktop } = readOptions();
    const code = desktop ? await findDesktop() : null;
    const chosen = desktop ? 0 : await choosePort(port);

    await installDependencies();
    const vsix = await showProgress('Building the extension', () =>
      packageQuietly(runFolder('package')),
    );
    if (code) await startDesktop(code, vsix, folder);
    else await startEmbedded(vsix, folder, chosen);
  });
}

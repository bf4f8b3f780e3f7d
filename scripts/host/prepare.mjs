// node scripts/host/prepare.mjs: fetches what the tests in VS Code need, if it is not there.
import { main } from '../project.mjs';
import { browserOptions } from './browser.mjs';
import { getVSCode } from './vscode.mjs';

await main(async () => {
  await getVSCode();
  await browserOptions();
});

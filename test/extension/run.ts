import path from 'node:path';
import { format } from 'node:util';

/** Marks what the tests print among all else that the extension host logs. */
const mark = 'tests> ';

/**
 * What VS Code's extension host calls (`extensionTestsPath`): mocha on the tests that are bundled
 * beside this module. Rejects when a test fails; the last line it prints holds the totals.
 */
export async function run(): Promise<void> {
  // mocha is a module, and the extension host loads only CommonJS by itself.
  const { default: Mocha } = await import('mocha');
  const { Base } = Mocha.reporters;
  const log = Base.consoleLog;
  const print = (...args: unknown[]) => {
    for (const line of format(...args).split('\n')) log(mark + line);
  };
  Base.consoleLog = print;

  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 30_000 });
  const words = process.env['TEST_GREP'] ?? '';
  if (words !== '') mocha.grep(words);
  mocha.addFile(path.join(__dirname, 'tests.cjs'));
  await mocha.loadFilesAsync();
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failed) => {
      const { passes: passed = 0, pending: skipped = 0 } = runner.stats ?? {};
      print(`totals ${JSON.stringify({ passed, failed, skipped })}`);
      if (failed > 0) reject(new Error(`${failed} failed`));
      else resolve();
    });
  });
}

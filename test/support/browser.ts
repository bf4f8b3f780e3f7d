import { chromium, type Browser } from 'playwright-core';

let launched: Promise<Browser> | undefined;

/** The one browser that all tests of a run share; started when first asked for. */
export function browser(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: environmentValue('TEST_BROWSER'),
    args: [
      ...['--disable-gpu', '--disable-background-networking', '--disable-component-update'],
      ...['--disable-sync', '--no-first-run'],
      // Chromium's sandbox refuses to work for root, which containers run as.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  return launched;
}

/** What the script that runs the tests handed over; throws if the tests run without it. */
export function environmentValue(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests by npm run test:…`);
  return value;
}

after(async () => {
  await (await launched)?.close();
});

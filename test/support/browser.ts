import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

let launched: Promise<Browser> | undefined;

/** The one browser that all tests of a run share; started when first asked for. */
export function browser(): Promise<Browser> {
  launched ??= chromium.launch(JSON.parse(environmentValue('TEST_BROWSER')) as LaunchOptions);
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

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { hostFolder, PlainError } from '../project.mjs';
import { npm } from './npm.mjs';
import { showProgress } from './progress.mjs';
import { npmChromium } from './versions.mjs';

const runFile = promisify(execFile);

const names = {
  linux: [
    ...['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'],
    ...['microsoft-edge', 'microsoft-edge-stable'],
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) =>
    ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map((product) => {
      const file = product.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe';
      return path.join(process.env[variable] ?? '', product, 'Application', file);
    }),
  ),
};

/**
 * How Playwright starts a Chrome, Chromium or Edge of this machine; one is installed if there is none.
 *
 * @returns {Promise<import('playwright-core').LaunchOptions>}
 */
export async function browserOptions() {
  return {
    executablePath: (await findBrowser()) ?? (await installBrowser()),
    args: [
      ...['--disable-gpu', '--disable-background-networking', '--disable-component-update'],
      ...['--disable-sync', '--no-first-run'],
      // Chromium's sandbox refuses to work for root, which containers run as.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}

async function installBrowser() {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    await showProgress('Installing Chromium', installFromSystem).catch(() => undefined);
  }
  return (await findBrowser()) ?? (await installFromNpm());
}

async function findBrowser() {
  for (const name of names[process.platform] ?? []) {
    if (process.platform !== 'linux') {
      if (existsSync(name)) return name;
      continue;
    }
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, name);
      // Ubuntu's package is a stub that asks for a snap: only what answers counts.
      if (existsSync(file) && (await answers(file))) return file;
    }
  }
  return null;
}

async function answers(file) {
  try {
    await runFile(file, ['--version'], { timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

async function installFromSystem() {
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 2 ** 26,
  };
  await runFile('apt-get', ['update', '-qq'], options);
  await runFile(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    options,
  );
}

async function installFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new PlainError('The tests need a Chrome, Chromium or Edge: install one.');
  }
  const folder = path.join(hostFolder, npmChromium.replace('/', '-'));
  const module = path.join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  if (!existsSync(module)) {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
    await showProgress('Fetching Chromium from npm', () =>
      npm(['install', '--no-package-lock', npmChromium], folder),
    );
  }
  const { default: chromium } = await import(pathToFileURL(module).href);
  return chromium.executablePath();
}

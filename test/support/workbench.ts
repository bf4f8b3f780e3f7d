// A real VS Code in a browser, driven and read as a user does. A test file needs five lines:
//
//   let workbench: Workbench;
//   before(async () => { workbench = await openWorkbench({ folder: 'samples' }); });
//   after(() => workbench.close());
//   it('shows the paper', async () => { await workbench.quickInput.runCommand('Policy Annotator: …');
//     await eventually(async () => assert.deepEqual(await workbench.tree('Tags').labels(), […])); });
//
// Run it with `npm run test:workbench -- WORDS`; pictures of failures are in out/failures.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { browser, environmentValue } from './browser.ts';
import { commentsOf, type Comments } from './comments.ts';
import { serveForTheWeb } from './forTheWeb/serve.ts';
import { editorOf, type Editor } from './editor.ts';
import { menusOf, type Menus } from './menus.ts';
import { previewOf, type Preview } from './preview.ts';
import { quickInputOf, type QuickInput } from './quickInput.ts';
import { storageIn } from './storageFolder.ts';
import { treeOf, type Tree } from './trees.ts';
import { windowOf, type Window } from './window.ts';

/** How a workbench is opened. */
export interface WorkbenchOptions {
  /** Folder below the project's own; the workbench has a fresh copy of it. Empty if left out. */
  readonly folder?: string;
  /** The name of a file of the folder: the window has it open, and no folder. */
  readonly onlyFile?: string;
  /** `browser`: VS Code for the Web, without a server; the folder's files can't be written there. */
  readonly on?: 'server' | 'browser';
  /** User settings beside those that every test has. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** `ask`: VS Code asks whether the folder is trusted, as it does by default. */
  readonly trust?: 'granted' | 'ask';
  readonly width?: number;
  readonly height?: number;
}

/** A window of VS Code with the extension in it. */
export interface Workbench {
  readonly page: Page;
  /** Absolute path of the open folder, a copy that the test may change. */
  readonly folder: string;
  readonly quickInput: QuickInput;
  readonly editor: Editor;
  readonly menus: Menus;
  readonly comments: Comments;
  readonly preview: Preview;
  readonly window: Window;
  /** A tree in the activity-bar container, by its title. */
  tree(title: string): Tree;
  /** Presses keys as on the keyboard, such as `Control+Alt+R` or `F1`, one after the other. */
  press(...keys: readonly string[]): Promise<void>;
  /** Changes user settings while the window is open; those of the opening stay. */
  changeSettings(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** Opens the folder in a window that has only a file of it open. */
  openFolder(): Promise<void>;
  /** Loads the window again, as “Reload Window” does. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** The name of the extension's container in the activity bar. */
const container = 'Policy Papers';

const everyTest = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  // A page that is closed while it saves would leave an empty file.
  'files.autoSave': 'off',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'window.confirmBeforeClose': 'never',
};

const open = new Set<Page>();

/** Opens VS Code on a fresh copy of a folder and waits until the extension is there. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const { folder: source, settings = {}, trust = 'granted', width = 1280, height = 900 } = options;
  const folder = await mkdtemp(path.join(tmpdir(), 'papers-'));
  if (source !== undefined) await cp(path.resolve(source), folder, { recursive: true });
  let userSettings = {
    ...everyTest,
    'security.workspace.trust.enabled': trust === 'ask',
    ...settings,
  };
  await writeUserSettings(userSettings);
  if (open.size === 0) await forgetAnnotations();

  const context = await (await browser()).newContext({ viewport: { width, height } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  open.add(page);
  const address =
    options.on === 'browser'
      ? await serveForTheWeb(context, {
          origin: environmentValue('TEST_SERVER'),
          extension: environmentValue('TEST_EXTENSION'),
          papers: folder,
          settings: userSettings,
        })
      : addressOf(folder, options.onlyFile);
  await load(page, () => page.goto(address));

  const quickInput = quickInputOf(page);
  return {
    page,
    folder,
    quickInput,
    editor: editorOf(page),
    menus: menusOf(page),
    comments: commentsOf(page),
    preview: previewOf(page),
    window: windowOf(page),
    tree: (title) => treeOf(page, container, title),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async changeSettings(changed) {
      userSettings = { ...userSettings, ...changed };
      await quickInput.runCommand('Preferences: Open User Settings (JSON)');
      const settingsTab =
        '.editor-group-container.active .tab.active[data-resource-name="settings.json"]';
      await page.locator(settingsTab).waitFor();
      await page.evaluate((text) => navigator.clipboard.writeText(text), json(userSettings));
      for (const key of ['A', 'V']) await page.keyboard.press(`Control+${key}`);
      await page.locator(`${settingsTab}.dirty`).waitFor();
      await page.keyboard.press('Control+S');
      await page.locator(`${settingsTab}:not(.dirty)`).waitFor();
      await quickInput.runCommand('View: Close Editor');
    },
    openFolder: () => load(page, () => page.goto(addressOf(folder))),
    reload: () =>
      load(page, async () => {
        // A reload by the browser would not wait until the window has saved its state.
        const loaded = page.waitForEvent('load', { timeout: 120_000 });
        await quickInput.runCommand('Developer: Reload Window');
        await loaded;
      }),
    async close() {
      open.delete(page);
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(folder: string, onlyFile?: string): string {
  const address = new URL(environmentValue('TEST_SERVER'));
  const payload: [string, string][] = [];
  const remote = (file: string) => `vscode-remote://${address.host}${file}`;
  if (onlyFile === undefined) {
    address.searchParams.set('folder', folder);
  } else {
    address.searchParams.set('ew', 'true');
    payload.push(['openFile', remote(path.join(folder, onlyFile))]);
  }
  const extension = process.env['TEST_EXTENSION'];
  if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

async function load(page: Page, go: () => Promise<unknown>): Promise<void> {
  await go();
  await page.waitForFunction(() => 'driver' in globalThis, undefined, { timeout: 120_000 });
  // What the server's `--enable-smoke-test-driver` puts there.
  await page.evaluate('driver.whenWorkbenchRestored()');
  const icon = page.locator(`.activitybar .action-item [aria-label^="${container}"]`);
  await icon.first().waitFor({ timeout: 120_000 });
}

async function writeUserSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
  const folder = path.join(environmentValue('TEST_SERVER_DATA'), 'data/User');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), json(settings));
}

/** What earlier tests noted on the same papers would be found again in a new folder. */
async function forgetAnnotations(): Promise<void> {
  const data = environmentValue('TEST_SERVER_DATA');
  await rm(storageIn(data), { recursive: true, force: true });
}

function json(settings: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(settings, null, 2);
}

afterEach(async function () {
  if (this.currentTest?.state !== 'failed') return;
  const name = this.currentTest
    .fullTitle()
    .replaceAll(/[^\w]+/g, '-')
    .slice(0, 120);
  for (const page of open) await page.screenshot({ path: `out/failures/${name}.png` });
});

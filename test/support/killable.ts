// A real VS Code whose parts can be killed, with a driver in each extension host (test/faults/driver).
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { Answer, Task } from '../faults/driver/task.ts';
import { browser, environmentValue } from './browser.ts';
import { eventually } from './eventually.ts';
import { storageIn } from './storageFolder.ts';

interface ServerStart {
  readonly program: string;
  readonly args: readonly string[];
  readonly origin: string;
  readonly dataFolder: string;
  readonly extension: string;
}

/** A window of VS Code on a folder, with its extension host. */
export interface KillableWindow {
  readonly page: Page;
  /** Process id of its extension host. */
  readonly host: number;
  ask(task: Task): Promise<Answer>;
  /** Asks without waiting: the answer may never come. */
  begin(task: Task): void;
}

/** A server of VS Code, its windows, and ways to end them without warning. */
export interface Killable {
  readonly dataFolder: string;
  start(): Promise<void>;
  /** As a crash or a power cut does. */
  killServer(): Promise<void>;
  killHost(window: KillableWindow): Promise<void>;
  open(folder: string): Promise<KillableWindow>;
  /** Closes all windows; the browser keeps what it stored. */
  closeWindows(): Promise<void>;
  /** Closes all windows and forgets what the browser stored: the state of VS Code is empty. */
  forgetState(): Promise<void>;
  /** The extension's state of every folder, as the browser keeps it; changed by `change` if given. */
  states(change?: (state: string) => string): Promise<readonly string[]>;
  /** Where the extension keeps the journals of the folders that were opened. */
  journals(): readonly string[];
  end(): Promise<void>;
}

const settings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'extensions.ignoreRecommendations': true,
};

/** A VS Code that is not started yet. */
export async function killable(): Promise<Killable> {
  const how = JSON.parse(environmentValue('FAULT_SERVER')) as ServerStart;
  const control = await mkdtemp(path.join(tmpdir(), 'faults-'));
  const user = path.join(how.dataFolder, 'data/User');
  await mkdir(user, { recursive: true });
  await writeFile(path.join(user, 'settings.json'), JSON.stringify(settings));
  let server: ChildProcess | null = null;
  let context: BrowserContext | null = null;
  const pages = new Set<Page>();
  process.once('exit', () => {
    if (server?.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
  });

  const ready = () =>
    new Set(readdirSync(control).flatMap((name) => /^(\d+)\.ready$/u.exec(name)?.[1] ?? []));

  async function open(folder: string): Promise<KillableWindow> {
    context ??= await (await browser()).newContext();
    const before = ready();
    const page = await context.newPage();
    pages.add(page);
    const { host: address } = new URL(how.origin);
    const payload = [['extensionDevelopmentPath', `vscode-remote://${address}${how.extension}`]];
    const url = new URL(how.origin);
    url.searchParams.set('folder', folder);
    url.searchParams.set('payload', JSON.stringify(payload));
    await page.goto(url.href);
    const host = await eventually(() => {
      const fresh = [...ready()].find((each) => !before.has(each));
      if (fresh === undefined) throw new Error('No extension host is ready');
      return Number(fresh);
    }, 60_000);
    const file = (name: string) => path.join(control, `${host}.${name}`);
    const begin = (task: Task) => {
      rmSync(file('answer'), { force: true });
      void writeFile(file('task.new'), JSON.stringify(task)).then(() => {
        renameSync(file('task.new'), file('task'));
      });
    };
    return {
      page,
      host,
      begin,
      async ask(task) {
        begin(task);
        const answer = await eventually(() => {
          if (!existsSync(file('answer'))) throw new Error(`No answer to “${task.kind}”`);
          return JSON.parse(readFileSync(file('answer'), 'utf8')) as Answer;
        }, 120_000);
        if (answer.error !== undefined) throw new Error(answer.error);
        if (task.kind === 'await') assert.deepEqual(answer.seen, task.lines);
        return answer;
      },
    };
  }

  async function closeWindows(): Promise<void> {
    for (const page of pages) await page.close();
    pages.clear();
  }

  async function forgetState(): Promise<void> {
    await closeWindows();
    await context?.close();
    context = null;
  }

  async function states(change?: (state: string) => string): Promise<readonly string[]> {
    context ??= await (await browser()).newContext();
    const page = await context.newPage();
    await page.goto(`${how.origin}/version`);
    const before = await page.evaluate(stateValues, null);
    if (change) await page.evaluate(stateValues, before.map(change));
    await page.close();
    return before;
  }

  async function killServer(): Promise<void> {
    const dying = server;
    if (dying?.pid === undefined) return;
    server = null;
    const ended = new Promise((resolve) => dying.once('close', resolve));
    process.kill(-dying.pid, 'SIGKILL');
    await ended;
  }

  return {
    dataFolder: how.dataFolder,
    async start() {
      const env = { ...withoutOuter(process.env), FAULTS_CONTROL: control };
      const child = spawn(how.program, how.args, {
        env,
        detached: true,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      server = child;
      let output = '';
      await new Promise<void>((resolve, reject) => {
        child.stdout.on('data', (data: Buffer) => {
          output += data.toString();
          if (output.includes('Extension host agent listening')) resolve();
        });
        child.once('close', () => {
          reject(new Error(`The server did not start: ${output}`));
        });
      });
    },
    killServer,
    async killHost({ host }) {
      process.kill(host, 'SIGKILL');
      await eventually(() => {
        if (existsSync(`/proc/${host}`)) throw new Error('The extension host is still there');
      });
    },
    open,
    closeWindows,
    forgetState,
    states,
    journals() {
      const workspaces = path.join(storageIn(how.dataFolder), 'workspaces');
      return (existsSync(workspaces) ? readdirSync(workspaces) : [])
        .map((name) => path.join(workspaces, name, 'journal'))
        .filter((folder) => existsSync(folder));
    },
    async end() {
      await forgetState();
      await killServer();
    },
  };
}

function withoutOuter(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^(VSCODE_|npm_|NODE_|ELECTRON_|TEST_|FAULT_)/iu.test(name),
    ),
  );
}

/** Runs in a page: reads the extension's values in all of VS Code's databases, or puts others there. */
async function stateValues(put: readonly string[] | null): Promise<string[]> {
  const key = 'policy-paper-annotator.policy-annotator';
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error('The database can’t be used'));
      };
    });
  const found: string[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db')) continue;
    const database = await settled(indexedDB.open(name));
    const table = database.transaction('ItemTable', 'readwrite').objectStore('ItemTable');
    const value: unknown = await settled(table.get(key));
    if (typeof value === 'string') {
      if (put) await settled(table.put(put[found.length], key));
      found.push(value);
    }
    database.close();
  }
  return found;
}

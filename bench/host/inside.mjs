// What runs in the extension host: bundled, and called there as tests are.
import { Session } from 'node:inspector/promises';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { wait, watched } from './heartbeat.mjs';

const ours = 'policy-paper-annotator.policy-annotator';
const peer = 'vscode.markdown-language-features';
const { opened = [], profile = '', peerFirst = false } = JSON.parse(process.env.BENCH_HOST);
const mark = 'bench> ';

async function activate(extension) {
  const started = performance.now();
  const startedOwn = process.threadCpuUsage();
  await extension.activate();
  const { user, system } = process.threadCpuUsage(startedOwn);
  return { clock: performance.now() - started, own: (user + system) / 1000 };
}

/** What it took to activate both; null where one of them was awake before that. */
async function activateBoth() {
  const all = [ours, peer].map((id) => vscode.extensions.getExtension(id));
  if (all.some((each) => each === undefined || each.isActive)) return null;
  const figures = {};
  for (const each of peerFirst ? all.toReversed() : all) {
    if (each.isActive) return null;
    figures[each.id === ours ? 'ours' : 'peer'] = await activate(each);
    await wait(500);
  }
  return figures;
}

/** Shows a paper until it was read, drawn and put into the page. */
async function open(file) {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, file);
  await vscode.commands.executeCommand('vscode.openWith', uri, 'policyAnnotator.preview');
  await wait(6000);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

async function profiled(work) {
  if (profile === '') return work();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  const result = await work();
  const { profile: taken } = await session.post('Profiler.stop');
  await writeFile(profile, JSON.stringify(taken));
  session.disconnect();
  return result;
}

/** Called by VS Code: gives the figures of this window in one line. */
export async function run() {
  const activation = await activateBoth();
  const runs = [];
  if (opened.length > 0) {
    // VS Code’s own extension for HTML would be loaded with the first page that is opened, in a long stretch.
    await vscode.extensions.getExtension('vscode.html-language-features')?.activate();
    const scan = () => vscode.commands.executeCommand('policyAnnotator.scanWorkspace');
    const note = async (what, work) => runs.push({ what, ...(await watched(work)) });
    await profiled(async () => {
      await note('an idle host', () => wait(5000));
      await note('indexing, at first', scan);
      await note('indexing again, nothing changed', scan);
      for (const { what, file } of opened) await note(`opening ${what}`, () => open(file));
    });
  }
  console.log(mark + JSON.stringify({ activation, runs }));
}

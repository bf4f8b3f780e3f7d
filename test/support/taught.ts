import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { PublisherRule } from '../../src/core/paper/roles/publisherRules.ts';
import { readArchive, writeArchive } from '../../src/core/store/archive.ts';
import type { KillableWindow } from './killable.ts';

/** Teaches a window a rule, by importing it. */
export async function teach(
  window: KillableWindow,
  paper: string,
  rule: PublisherRule,
): Promise<void> {
  const file = await newFile();
  const archive = { created: new Date().toISOString(), papers: [], rules: [rule] };
  await writeFile(file, writeArchive(archive));
  // Its message offers to undo it, so that the command does not end.
  window.begin({ kind: 'command', paper, command: 'policyAnnotator.importAll', args: [url(file)] });
  await setTimeout(300);
}

/** The rules that a window knows, by exporting them. */
export async function taughtRules(
  window: KillableWindow,
  paper: string,
): Promise<readonly PublisherRule[]> {
  const file = await newFile();
  const command = 'policyAnnotator.exportAll';
  await window.ask({ kind: 'command', paper, command, args: [url(file)] });
  return readArchive(await readFile(file, 'utf8')).archive?.rules ?? [];
}

async function newFile(): Promise<string> {
  return path.join(await mkdtemp(path.join(tmpdir(), 'taught-')), 'annotations.json');
}

function url(file: string): string {
  return pathToFileURL(file).href;
}

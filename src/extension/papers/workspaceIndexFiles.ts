import * as vscode from 'vscode';
import { enabledGlobs, joinGlobs } from '../../core/navigation/globs.ts';
import { mostIndexed, type FileStamp } from '../../core/navigation/indexCache.ts';
import { unifyLineEnds } from '../../core/navigation/lineEnds.ts';
import type { FoundFile } from '../../core/navigation/scan.ts';

/** The settings that say which files are papers; a change of one calls for a new scan. */
const settings = ['policyAnnotator.papers', 'files.exclude', 'search.exclude'] as const;

/** Whether the change may let other files be papers. */
export function changesFiles(event: vscode.ConfigurationChangeEvent): boolean {
  return settings.some((setting) => event.affectsConfiguration(setting));
}

/** The files of the workspace that may be papers, by path; at most as many as the index holds. */
export async function findPaperFiles(
  token: vscode.CancellationToken,
): Promise<readonly FoundFile[]> {
  const configuration = vscode.workspace.getConfiguration();
  const include = joinGlobs(includedPatterns());
  if (include === null) return [];
  const exclude = joinGlobs([
    ...enabledGlobs(configuration.get('files.exclude')),
    ...enabledGlobs(configuration.get('search.exclude')),
    ...enabledGlobs(configuration.get('policyAnnotator.papers.exclude')),
  ]);
  const uris = await vscode.workspace.findFiles(include, exclude ?? undefined, mostIndexed, token);
  return uris
    .map((uri) => ({ uri: uri.toString(), name: nameOf(uri) }))
    .sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/** The patterns of files that may be papers, as the settings say. */
export function includedPatterns(): readonly string[] {
  return vscode.workspace
    .getConfiguration('policyAnnotator.papers')
    .get<readonly string[]>('include', []);
}

/** Size in bytes beyond which a file is not read for the index. */
export function largestPaper(): number {
  const kilobytes = vscode.workspace
    .getConfiguration('policyAnnotator.papers')
    .get<number>('maximumSize', 50_000);
  return kilobytes * 1000;
}

/** The last part of the path. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The file's stamp, or null if there is no such file. */
export async function stampOf(uri: string): Promise<FileStamp | null> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri, true));
    return { mtime, size };
  } catch {
    return null;
  }
}

/** The file's text as an editor would show it, or null if it can't be read or is not text. */
export async function textOf(uri: string): Promise<string | null> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
    return unifyLineEnds(await decode(bytes, vscode.Uri.parse(uri, true)));
  } catch {
    return null;
  }
}

async function decode(bytes: Uint8Array, uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return vscode.workspace.decode(bytes, { uri });
  }
}

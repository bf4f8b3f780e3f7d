import * as vscode from 'vscode';
import type { ImageAddress } from '../../core/conversion/markdownInlines.ts';
import type { Paper } from '../../core/paper/paper.ts';
import { fileName } from '../papers/fileName.ts';
import { folderOf } from '../papers/folderOf.ts';

const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'image/svg+xml': 'svg',
};

/**
 * Writes a paper's own pictures into a folder beside its Markdown file, and says where each is, seen from
 * that file. Pictures of a kind that no browser shows are left out; files that are there already are kept.
 */
export async function extractPictures(paper: Paper, markdown: vscode.Uri): Promise<ImageAddress> {
  const name = `${fileName(markdown).replace(/\.md$/u, '')}-pictures`;
  const folder = await newFolder(folderOf(markdown), name);
  const addresses = new Map<number, string>();
  for (const [index, { bytes, type }] of paper.images.entries()) {
    const ending = endings[type];
    if (bytes === null || ending === undefined) continue;
    const file = `picture-${index + 1}.${ending}`;
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, file), bytes);
    addresses.set(index, `${encodeURIComponent(fileName(folder))}/${file}`);
  }
  return (index) => addresses.get(index) ?? null;
}

/** A folder that was not there before. */
async function newFolder(parent: vscode.Uri, name: string): Promise<vscode.Uri> {
  const names = new Set((await vscode.workspace.fs.readDirectory(parent)).map(([each]) => each));
  let free = name;
  for (let count = 2; names.has(free); count += 1) free = `${name}-${count}`;
  const folder = vscode.Uri.joinPath(parent, free);
  await vscode.workspace.fs.createDirectory(folder);
  return folder;
}

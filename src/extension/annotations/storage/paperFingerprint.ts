import * as vscode from 'vscode';
import type { Fingerprint } from '../../../core/annotations/annotation.ts';
import { noMetadata } from '../../../core/paper/noMetadata.ts';
import { fingerprintOf } from '../../../core/store/fingerprint.ts';
import { formatOfName } from '../../papers/paperFormat.ts';
import type { Papers } from '../../papers/papers.ts';
import { textOf } from '../../papers/workspaceIndexFiles.ts';

/**
 * The fingerprint of a paper's file as it is stored; null if it can't be read. What the paper says of
 * itself is known only while it is open.
 */
export async function fingerprintOfFile(
  uri: vscode.Uri,
  papers: Papers,
): Promise<Fingerprint | null> {
  const open = papers.find(uri)?.paper;
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    const stored = formatOfName(uri.path) === null ? null : await textOf(uri.toString());
    const content = { bytes: await fileChecksum(bytes), size: bytes.length };
    return fingerprintOf(content, stored ?? open?.text ?? '', open?.metadata ?? noMetadata);
  } catch {
    return null;
  }
}

/** The checksum of a file's bytes, in the form of the core's: by the platform, since files may be large. */
export async function fileChecksum(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
  return [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

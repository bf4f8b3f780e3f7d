import * as vscode from 'vscode';
import type { Folder } from '../../../core/store/folder.ts';

/** How a folder's files are kept on disk. */
interface Packing {
  pack(text: string): Promise<Uint8Array>;
  unpack(bytes: Uint8Array): Promise<string>;
}

const plain: Packing = {
  pack: (text) => Promise.resolve(new TextEncoder().encode(text)),
  unpack: (bytes) => Promise.resolve(new TextDecoder().decode(bytes)),
};

/** Compression as Node and browsers have it. */
const gzip: Packing = {
  pack: async (text) =>
    new Uint8Array(await throughStream(new Blob([text]), new CompressionStream('gzip'))),
  unpack: async (bytes) =>
    new TextDecoder().decode(
      await throughStream(new Blob([bytes.slice()]), new DecompressionStream('gzip')),
    ),
};

/** A folder on any file system that VS Code knows; with `compressed`, of gzip files. */
export function fileFolder(uri: vscode.Uri, form: 'plain' | 'compressed' = 'plain'): Folder {
  const { fs } = vscode.workspace;
  const packing = form === 'plain' ? plain : gzip;
  const at = (name: string) => vscode.Uri.joinPath(uri, name);
  return {
    async list() {
      const found = await orNull(fs.readDirectory(uri));
      return (found ?? []).flatMap(([name, type]) => (type === vscode.FileType.File ? [name] : []));
    },
    async read(name) {
      const bytes = await orNull(fs.readFile(at(name)));
      return bytes === null ? null : packing.unpack(bytes);
    },
    write: async (name, text) => fs.writeFile(at(name), await packing.pack(text)),
    rename: async (from, to) => fs.rename(at(from), at(to), { overwrite: true }),
    remove: async (name) => fs.delete(at(name)),
  };
}

function throughStream(blob: Blob, transform: GenericTransformStream): Promise<ArrayBuffer> {
  return new Response(blob.stream().pipeThrough(transform)).arrayBuffer();
}

/** What was read, or null if there is no such file. */
async function orNull<T>(reading: Thenable<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

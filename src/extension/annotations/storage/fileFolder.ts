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

/** Milliseconds. */
const patience = 20_000;

/** A folder on any file system that VS Code knows; with `compressed`, of gzip files. */
export function fileFolder(uri: vscode.Uri, form: 'plain' | 'compressed' = 'plain'): Folder {
  const { fs } = vscode.workspace;
  const packing = form === 'plain' ? plain : gzip;
  const at = (name: string) => vscode.Uri.joinPath(uri, name);
  return {
    async list() {
      const found = await orNull(inTime(fs.readDirectory(uri)));
      return (found ?? []).flatMap(([name, type]) => (type === vscode.FileType.File ? [name] : []));
    },
    async read(name) {
      const bytes = await orNull(inTime(fs.readFile(at(name))));
      return bytes === null ? null : packing.unpack(bytes);
    },
    write: async (name, text) => inTime(fs.writeFile(at(name), await packing.pack(text))),
    rename: (from, to) => inTime(fs.rename(at(from), at(to), { overwrite: true })),
    remove: (name) => inTime(fs.delete(at(name))),
  };
}

function throughStream(blob: Blob, transform: GenericTransformStream): Promise<ArrayBuffer> {
  return new Response(blob.stream().pipeThrough(transform)).arrayBuffer();
}

/** A file system that does not answer, such as a lost network drive, must not keep all from going on. */
async function inTime<T>(work: Thenable<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(vscode.l10n.t('The file system does not answer.')));
    }, patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
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

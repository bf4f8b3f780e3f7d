import type { Folder } from '../../src/core/store/folder.ts';

/** A folder in memory that can be damaged, filled up, and left by a program that is killed. */
export interface MemoryFolder extends Folder {
  readonly files: Map<string, Uint8Array>;
  /** What an operation does instead of its work: throws, or never comes back. */
  fault: ((operation: Operation) => 'work' | 'fail' | 'die' | 'die half-way') | null;
}

/** What was asked of a folder. */
export interface Operation {
  readonly kind: 'list' | 'read' | 'write' | 'rename' | 'remove';
  readonly name: string;
}

/** An empty folder, or one with these files. */
export function memoryFolder(files = new Map<string, Uint8Array>()): MemoryFolder {
  const never = () => new Promise<never>(() => undefined);
  const decoder = new TextDecoder();

  async function run<T>(operation: Operation, work: () => T, half?: () => void): Promise<T> {
    await Promise.resolve();
    switch (folder.fault?.(operation) ?? 'work') {
      case 'work':
        return work();
      case 'fail':
        throw new Error('The disk is full.');
      case 'die':
        return never();
      case 'die half-way':
        half?.();
        return never();
    }
  }

  const folder: MemoryFolder = {
    files,
    fault: null,
    list: () => run({ kind: 'list', name: '' }, () => [...files.keys()]),
    read: (name) =>
      run({ kind: 'read', name }, () => {
        const bytes = files.get(name);
        return bytes === undefined ? null : decoder.decode(bytes);
      }),
    write: (name, text) => {
      const bytes = new TextEncoder().encode(text);
      return run(
        { kind: 'write', name },
        () => void files.set(name, bytes),
        () => void files.set(name, bytes.slice(0, Math.floor(bytes.length / 2))),
      );
    },
    rename: (from, to) =>
      run({ kind: 'rename', name: from }, () => {
        const bytes = files.get(from);
        if (bytes === undefined) throw new Error('There is no such file.');
        files.delete(from);
        files.set(to, bytes);
      }),
    remove: (name) =>
      run({ kind: 'remove', name }, () => {
        if (!files.delete(name)) throw new Error('There is no such file.');
      }),
  };
  return folder;
}

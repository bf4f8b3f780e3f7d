// An extension that lets a window of VS Code for the Web open a folder of papers: they come over HTTP,
// and can't be written.
import * as vscode from 'vscode';

/** Where the papers are, as an address that ends in a slash; put in when this is bundled. */
declare const PAPERS: string;

/** A file of the folder. */
export interface ShelvedPaper {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

class Shelf implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly #papers: Promise<readonly ShelvedPaper[]> = fetch(PAPERS).then(
    (response) => response.json() as Promise<readonly ShelvedPaper[]>,
  );
  watch = () => new vscode.Disposable(() => undefined);

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const times = { ctime: 0, mtime: 1 };
    if (uri.path === '/') return { type: vscode.FileType.Directory, ...times, size: 0 };
    const paper = (await this.#papers).find(({ name }) => `/${name}` === uri.path);
    if (!paper) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ...times, size: paper.size };
  }

  async readDirectory(): Promise<[string, vscode.FileType][]> {
    return (await this.#papers).map(({ name }) => [name, vscode.FileType.File]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    await this.stat(uri);
    const response = await fetch(PAPERS + uri.path.slice(1));
    return new Uint8Array(await response.arrayBuffer());
  }

  writeFile = refuse;
  createDirectory = refuse;
  delete = refuse;
  rename = refuse;
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions('The shelf can’t be written.');
}

/** What VS Code calls. */
export function activate(context: vscode.ExtensionContext): void {
  const registration = vscode.workspace.registerFileSystemProvider('shelf', new Shelf(), {
    isReadonly: true,
  });
  context.subscriptions.push(registration);
}

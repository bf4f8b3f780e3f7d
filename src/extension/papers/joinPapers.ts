import * as vscode from 'vscode';
import { openDocument } from './openDocument.ts';
import type { RoleDecisions } from './createPapers.ts';
import { createDecidedPapers } from './decidedPapers.ts';
import type { FilePapers } from './filePapers.ts';
import { holdFile } from './heldFile.ts';
import { holdText } from './heldText.ts';
import { isFileFormat } from './paperFormat.ts';
import type { Papers, TextPapers } from './papers.ts';
import type { Reading } from './reading.ts';

/** Open text documents and held files as one service, the latter read with an analyst's decisions. */
export function joinPapers(
  reading: Reading,
  texts: TextPapers,
  files: FilePapers,
  decide: (uri: vscode.Uri) => RoleDecisions,
): Papers {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const decided = createDecidedPapers(reading, decide, (uri) => {
    changed.fire(uri);
  });
  const isFile = (uri: vscode.Uri) => isFileFormat(uri.path);

  const findFile = (uri: vscode.Uri) => {
    const file = files.find(uri);
    return file && { uri, version: file.version, paper: decided.find(uri, file) };
  };

  const find = (uri: vscode.Uri) => (isFile(uri) ? findFile(uri) : texts.find(uri));

  const subscriptions = vscode.Disposable.from(
    changed,
    texts.onDidChange((uri) => {
      changed.fire(uri);
    }),
    files.onDidChange((uri) => {
      changed.fire(uri);
    }),
  );

  return {
    ...texts,
    onDidChange: changed.event,
    isFile,
    find,
    all() {
      const documents = vscode.workspace.textDocuments.filter(
        (document) => !document.isClosed && texts.isPaper(document),
      );
      const held = files.uris().flatMap((uri) => findFile(uri) ?? []);
      return [...documents.flatMap((document) => texts.read(document) ?? []), ...held];
    },
    async open(uri) {
      if (!isFile(uri)) return texts.whenRead(await openDocument(uri));
      const file = await files.whenComplete(uri);
      return { uri, version: file.version, paper: await decided.read(uri, file) };
    },
    hold: (uri, onChange) =>
      isFile(uri)
        ? holdFile(files, () => findFile(uri), uri, onChange)
        : holdText(texts, uri, onChange),
    decisionsChanged(uri) {
      const file = isFile(uri) ? files.find(uri) : null;
      if (file) decided.refresh(uri, file);
      else texts.decisionsChanged(uri);
    },
    rulesChanged() {
      for (const { uri } of vscode.workspace.textDocuments) texts.decisionsChanged(uri);
      for (const uri of files.uris()) {
        const file = files.find(uri);
        if (file) decided.refresh(uri, file);
      }
    },
    dispose() {
      subscriptions.dispose();
      texts.dispose();
      files.dispose();
    },
  };
}

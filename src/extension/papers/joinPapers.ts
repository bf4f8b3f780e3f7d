import * as vscode from 'vscode';
import { openDocument } from './openDocument.ts';
import type { Paper } from '../../core/paper/paper.ts';
import type { RoleDecisions } from './createPapers.ts';
import type { FilePaper, FilePapers } from './filePapers.ts';
import { holdFile } from './heldFile.ts';
import { holdText } from './heldText.ts';
import { isFileFormat } from './paperFormat.ts';
import { paperOfFile } from './paperOfFile.ts';
import type { OpenPaper, Papers, TextPapers } from './papers.ts';

interface Decided {
  /** The decisions that it was read with, as text to compare. */
  readonly decisions: string;
  readonly paper: Paper;
}

/** Open text documents and held files as one service, the latter read with an analyst's decisions. */
export function joinPapers(
  texts: TextPapers,
  files: FilePapers,
  decide: (uri: vscode.Uri) => RoleDecisions,
): Papers {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const decided = new WeakMap<FilePaper, Decided>();
  const isFile = (uri: vscode.Uri) => isFileFormat(uri.path);

  const read = (uri: vscode.Uri, file: FilePaper): OpenPaper => {
    const now = decide(uri);
    const decisions = JSON.stringify(now);
    const known = decided.get(file);
    const paper = known?.decisions === decisions ? known.paper : withDecisions(file, now);
    decided.set(file, { decisions, paper });
    return { uri, version: file.version, paper };
  };

  const findFile = (uri: vscode.Uri) => {
    const file = files.find(uri);
    return file && read(uri, file);
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
      return [...documents.map((document) => texts.read(document)), ...held];
    },
    async open(uri) {
      if (isFile(uri)) return read(uri, await files.whenComplete(uri));
      return texts.read(await openDocument(uri));
    },
    hold: (uri, onChange) =>
      isFile(uri)
        ? holdFile(files, () => findFile(uri), uri, onChange)
        : holdText(texts, uri, onChange),
    decisionsChanged(uri) {
      const file = isFile(uri) ? files.find(uri) : null;
      const known = file && decided.get(file);
      if (known && known.decisions !== JSON.stringify(decide(uri))) changed.fire(uri);
      else if (!file) texts.decisionsChanged(uri);
    },
    dispose() {
      subscriptions.dispose();
      texts.dispose();
      files.dispose();
    },
  };
}

function withDecisions({ file, paper }: FilePaper, decisions: RoleDecisions): Paper {
  const { corrections = [], rules = [] } = decisions;
  if (corrections.length + rules.length === 0) return paper;
  return paperOfFile(file, { name: paper.name, ...decisions });
}

import * as vscode from 'vscode';
import type { Paper } from '../../core/paper/paper.ts';
import type { Papers } from '../papers/papers.ts';
import { schemes } from '../ids.ts';
import type { Comparison } from './editions.ts';

const scheme = schemes.edition;

/** The texts of editions as documents, for VS Code's own view of differences. */
export interface EditionTexts {
  showDifferences(comparison: Comparison): Promise<void>;
  dispose(): void;
}

export function createEditionTexts(papers: Papers): EditionTexts {
  let texts: ReadonlyMap<string, string> = new Map();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => texts.get(path) ?? '',
  });

  /** The file itself where that is open as text, else its text under a name of its own. */
  const documentOf = (uri: vscode.Uri | null, { name }: Paper, edition: string): vscode.Uri => {
    const document = vscode.workspace.textDocuments.find(
      (each) => papers.isPaper(each) && each.uri.toString() === uri?.toString(),
    );
    return document?.uri ?? vscode.Uri.from({ scheme, path: `/${edition}/${name}` });
  };

  return {
    async showDifferences({ paper, now, earlier }) {
      const before = documentOf(earlier.uri, earlier.paper, 'earlier');
      const after = documentOf(paper, now, 'now');
      texts = new Map([
        [before.path, earlier.paper.text],
        [after.path, now.text],
      ]);
      for (const uri of [before, after]) changed.fire(uri);
      const title = vscode.l10n.t('{0}: compared with {1}', now.name, earlier.name);
      await vscode.commands.executeCommand('vscode.diff', before, after, title);
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}

import * as vscode from 'vscode';
import type { Annotations } from '../annotations/annotations.ts';
import { titleOf, type PaperEntries } from '../navigation/paperEntries.ts';
import type { OpenPaper, Papers } from '../papers/papers.ts';
import type { Reading } from '../papers/reading.ts';
import type { EarlierEdition } from './editions.ts';

/** What choosing an edition needs. */
export interface EditionSources {
  readonly papers: Papers;
  readonly reading: Reading;
  readonly annotations: Annotations;
  readonly entries: PaperEntries;
}

interface Item extends vscode.QuickPickItem {
  readonly load: () => Promise<EarlierEdition | undefined>;
}

/**
 * Lets the analyst choose what a paper is compared with: the text that its notes were made on, where that is
 * another one, a paper of the workspace, or any file. Undefined if nothing is chosen.
 */
export async function chooseEdition(
  sources: EditionSources,
  { uri, paper }: OpenPaper,
): Promise<EarlierEdition | undefined> {
  const { annotations, entries, reading } = sources;
  const madeOn = await annotations.textMadeOn(uri);
  const items: Item[] = [];
  if (madeOn !== null && madeOn !== paper.text) {
    const name = vscode.l10n.t('what the notes were made on');
    items.push({
      label: vscode.l10n.t('$(history) What the Notes Were Made On'),
      load: async () => ({
        ...{ uri: null, name },
        // Of a file that is not text only its reading text is kept.
        paper: (await reading.load()).readPaper(madeOn, {
          format: paper.format === 'markdown' ? 'markdown' : 'text',
          name: paper.name,
        }),
        annotations: annotations.placed(uri).map(({ annotation }) => annotation),
      }),
    });
  }
  const others = entries.all().filter((entry) => entry.uri !== uri.toString());
  items.push({
    label: vscode.l10n.t('$(folder-opened) Choose a File…'),
    load: async () => {
      const [file] = (await vscode.window.showOpenDialog({ openLabel: compareLabel() })) ?? [];
      return file && loadFile(sources, file);
    },
  });
  for (const entry of others) {
    items.push({
      label: `$(book) ${titleOf(entry)}`,
      description: vscode.workspace.asRelativePath(vscode.Uri.parse(entry.uri, true)),
      load: () => loadFile(sources, vscode.Uri.parse(entry.uri, true)),
    });
  }
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Compare “{0}” with an Earlier Edition', paper.name),
    placeHolder: vscode.l10n.t('Which is the earlier edition?'),
    matchOnDescription: true,
  });
  return chosen?.load();
}

function compareLabel(): string {
  return vscode.l10n.t('Compare');
}

async function loadFile(
  { papers, annotations }: EditionSources,
  uri: vscode.Uri,
): Promise<EarlierEdition> {
  const { paper } = await papers.open(uri);
  const placed = annotations.placed(uri);
  return { uri, name: paper.name, paper, annotations: placed.map(({ annotation }) => annotation) };
}

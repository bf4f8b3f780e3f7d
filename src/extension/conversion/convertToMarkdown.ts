import * as vscode from 'vscode';
import { paperToMarkdown } from '../../core/conversion/paperToMarkdown.ts';
import type { Paper } from '../../core/paper/paper.ts';
import type { Annotations } from '../annotations/annotations.ts';
import { UserError } from '../errors.ts';
import type { Papers } from '../papers/papers.ts';
import { carryAnnotations } from './carryAnnotations.ts';
import { chooseTarget } from './chooseTarget.ts';
import { extractPictures } from './extractPictures.ts';

/** What converting needs from the other parts. */
export interface ConversionServices {
  readonly papers: Papers;
  readonly annotations: Annotations;
  /** Has been decided here: whether a file that is made of a paper gets its annotations. */
  readonly decided: (paper: vscode.Uri, file: vscode.Uri) => Promise<void>;
}

interface Wanted extends vscode.QuickPickItem {
  readonly what: 'pictures' | 'annotations';
}

/** Writes the paper as a Markdown file beside it, and shows that. */
export async function convertToMarkdown(
  { papers, annotations, decided }: ConversionServices,
  uri: vscode.Uri,
): Promise<void> {
  const { paper } = await papers.open(uri);
  if (paper.blocks.length === 0) {
    throw new UserError(vscode.l10n.t('There is no text in this paper that could be converted.'));
  }
  const notes = annotations.placed(uri).filter(({ anchor }) => anchor !== null);
  const wanted = await askWhat(paper, notes.length);
  const target = wanted && (await chooseTarget(uri));
  if (!target) return;
  const imageAddress = wanted.has('pictures') ? await extractPictures(paper, target) : () => null;
  const markdown = paperToMarkdown(paper, { imageAddress });
  await decided(uri, target);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(markdown));
  const document = await vscode.workspace.openTextDocument(target);
  await vscode.window.showTextDocument(document);
  const lost = wanted.has('annotations')
    ? await carryAnnotations(annotations, { notes, text: paper.text, document })
    : 0;
  if (lost > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        '{0} of {1} annotations could not be carried over: their passages read differently in the Markdown. They are still on the paper itself.',
        lost,
        notes.length,
      ),
    );
  }
}

/** What is to be taken along, where there is anything to ask about; undefined if the analyst gives up. */
async function askWhat(
  paper: Paper,
  notes: number,
): Promise<ReadonlySet<Wanted['what']> | undefined> {
  const pictures = paper.images.filter(({ bytes }) => bytes !== null).length;
  const items: Wanted[] = [
    ...(notes > 0
      ? [
          {
            what: 'annotations' as const,
            label: vscode.l10n.t('Carry annotations over'),
            description: vscode.l10n.t('{0} in this paper', notes),
            picked: true,
          },
        ]
      : []),
    ...(pictures > 0
      ? [
          {
            what: 'pictures' as const,
            label: vscode.l10n.t('Extract pictures into a folder beside the file'),
            description: vscode.l10n.t('{0} in this paper', pictures),
          },
        ]
      : []),
  ];
  if (items.length === 0) return new Set();
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Convert to Markdown'),
    placeHolder: vscode.l10n.t('What should come along?'),
  });
  return picked && new Set(picked.map(({ what }) => what));
}

import * as vscode from 'vscode';
import type { Category } from '../../core/annotations/annotation.ts';
import { cutLabel } from '../../core/navigation/label.ts';
import { tagNodes, type TagNode } from '../../core/navigation/tagNodes.ts';
import type { RegisterCommand } from '../commands.ts';
import { UserError } from '../errors.ts';
import { views } from '../ids.ts';
import { titleOf, type PaperEntries } from '../navigation/paperEntries.ts';
import { escapeIcons, pickPlace, type PlaceItem } from '../navigation/pickPlace.ts';
import type { RowReveal } from '../navigation/revealRow.ts';
import { createRows } from '../navigation/rows.ts';
import { waitForPapers } from '../navigation/waitForPapers.ts';
import type { WorkspaceIndex } from '../papers/workspaceIndex.ts';
import { tagIcon, tagRow } from './tagRow.ts';

/** What the Tags view needs. */
export interface TagsParts {
  readonly entries: PaperEntries;
  readonly index: WorkspaceIndex;
  readonly rowReveal: RowReveal;
  readonly categories: () => readonly Category[];
  readonly registerCommand: RegisterCommand;
  /** Keeps what is in front; the answer has it there again. */
  readonly rememberFront: () => () => Promise<void>;
}

/** Typing settles for this many milliseconds before rows change. */
const settling = 300;

/** The Tags view and Go to Tag…. */
export function registerTags(parts: TagsParts): vscode.Disposable {
  const { entries, index } = parts;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const rows = createRows<TagNode['data']>(views.tags, {
    roots: () => tagNodes(entries.all()),
    childrenOf: ({ children }) => children,
    face: (node) => tagRow(node, parts.categories()),
    annotationOf: (data) => (data.kind === 'annotation' ? data.note.annotation.id : null),
  });

  const shown = () => {
    if (rows.view.visible) index.start();
  };
  shown();

  return vscode.Disposable.from(
    rows,
    rows.view.onDidChangeVisibility(shown),
    entries.onDidChange(() => {
      clearTimeout(timer);
      timer = setTimeout(rows.refresh, settling);
    }),
    parts.registerCommand('policyAnnotator.goToTag', () => goToTag(parts)),
    new vscode.Disposable(() => {
      clearTimeout(timer);
    }),
  );
}

async function goToTag(parts: TagsParts): Promise<void> {
  const { entries, index, rowReveal, rememberFront } = parts;
  await waitForPapers(index, () => tagNodes(entries.all()).length > 0);
  const tags = tagNodes(entries.all());
  if (tags.length === 0) {
    throw new UserError(vscode.l10n.t('No paper here carries a tag, and no annotation either.'));
  }
  const items = (['publisher', 'analyst'] as const).flatMap((source) => {
    const uses = tags
      .filter(({ data }) => data.kind === 'tag' && data.tag.source === source)
      .flatMap((tag) => tag.children.flatMap((use) => useItems(tag, use)));
    const label =
      source === 'publisher' ? vscode.l10n.t('Publisher tags') : vscode.l10n.t('Analyst tags');
    const separator = { label, kind: vscode.QuickPickItemKind.Separator, row: null };
    return uses.length === 0 ? [] : [separator, ...uses];
  });
  await pickPlace({
    placeholder: vscode.l10n.t('Go to what carries a tag'),
    items,
    current: undefined,
    show: (row, preserveFocus) => rowReveal.show(row, { preserveFocus }),
    goBack: rememberFront(),
  });
}

/** The tag as a line for each place that carries it, so that typing its name finds all of them. */
function useItems({ data: tag }: TagNode, { id, uri, place, data }: TagNode): readonly PlaceItem[] {
  if (tag.kind !== 'tag' || data.kind === 'tag' || uri === null || place === null) return [];
  const title = titleOf(data.entry);
  const quote =
    data.kind === 'annotation' ? `${cutLabel(data.note.annotation.target.exact)} – ` : '';
  return [
    {
      label: escapeIcons(tag.tag.text),
      description: escapeIcons([...tag.tag.meanings, ...tag.tag.variants.slice(1)].join(' · ')),
      detail: escapeIcons(quote + title),
      iconPath: tagIcon(tag.tag),
      row: { id, uri, place },
    },
  ];
}

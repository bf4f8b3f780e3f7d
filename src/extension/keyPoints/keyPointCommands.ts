import * as vscode from 'vscode';
import { neighbouringPoint } from '../../core/navigation/inView.ts';
import { cutLabel, pointLabel } from '../../core/navigation/label.ts';
import { descendants, paperNode, type PaperEntry } from '../../core/navigation/paperNodes.ts';
import type { RegisterCommand } from '../commands.ts';
import { UserError } from '../errors.ts';
import type { PaperEntries } from '../navigation/paperEntries.ts';
import { titleOf } from '../navigation/paperEntries.ts';
import { escapeIcons, pickPlace, type PlaceItem } from '../navigation/pickPlace.ts';
import type { ReadingPlace } from '../navigation/readingPlace.ts';
import type { RowPlace, RowReveal } from '../navigation/revealRow.ts';
import { waitForPapers } from '../navigation/waitForPapers.ts';
import type { WorkspaceIndex } from '../papers/workspaceIndex.ts';

/** What the commands on key points need. */
export interface KeyPointCommandParts {
  readonly entries: PaperEntries;
  readonly index: WorkspaceIndex;
  readonly readingPlace: ReadingPlace;
  readonly rowReveal: RowReveal;
  readonly registerCommand: RegisterCommand;
  /** Keeps what is in front; the answer has it there again. */
  readonly rememberFront: () => () => Promise<void>;
}

interface PointItem extends PlaceItem {
  readonly row: RowPlace;
}

/** Go to Key Point…, Next Key Point and Previous Key Point. Recommendations count as key points. */
export function registerKeyPointCommands(parts: KeyPointCommandParts): vscode.Disposable {
  const { registerCommand } = parts;
  return vscode.Disposable.from(
    registerCommand('policyAnnotator.goToKeyPoint', () => goToKeyPoint(parts)),
    registerCommand('policyAnnotator.nextKeyPoint', () => step(parts, 'next')),
    registerCommand('policyAnnotator.previousKeyPoint', () => step(parts, 'previous')),
  );
}

async function goToKeyPoint(parts: KeyPointCommandParts): Promise<void> {
  const { entries, index } = parts;
  const place = parts.readingPlace.now();
  await waitForPapers(index, () => entries.all().some((entry) => pointItems(entry).length > 0));
  const here = place && entries.open(place.uri);
  const others = entries.all().filter(({ uri }) => uri !== here?.uri);
  const groups = [...(here ? [here] : []), ...others].map((entry) => ({
    entry,
    items: pointItems(entry),
  }));
  const items = groups.flatMap(({ entry, items: own }): readonly PlaceItem[] =>
    own.length === 0 ? [] : [separator(entry), ...own],
  );
  if (items.length === 0) {
    throw new UserError(vscode.l10n.t('No paper here states key points or recommendations.'));
  }
  await pickPlace({
    placeholder: vscode.l10n.t('Go to a key point or recommendation'),
    items,
    current: groups[0]?.items.findLast(({ row }) => row.place.start <= (place?.offset ?? 0)),
    show: (row, preserveFocus) => parts.rowReveal.show(row, { preserveFocus }),
    goBack: parts.rememberFront(),
  });
}

/** A separator shares the line of what follows it: a long one would leave no room there. */
const separatorLength = 40;

function separator(entry: PaperEntry): PlaceItem {
  const label = cutLabel(titleOf(entry), separatorLength);
  return { label, kind: vscode.QuickPickItemKind.Separator, row: null };
}

/** All that is read of a point in a list; typing finds words in any part of it. */
const pointLength = 300;

function pointItems(entry: PaperEntry): readonly PointItem[] {
  return descendants(paperNode(entry)).flatMap(({ id, uri, place, data }): readonly PointItem[] => {
    if (data.kind !== 'keyPoint' && data.kind !== 'recommendation') return [];
    if (uri === null || place === null) return [];
    const { text, ordinal } = data.point;
    return [
      {
        label: escapeIcons(pointLabel(ordinal, text, pointLength)),
        iconPath: new vscode.ThemeIcon(data.kind === 'keyPoint' ? 'list-ordered' : 'checklist'),
        row: { id, uri, place },
      },
    ];
  });
}

async function step(parts: KeyPointCommandParts, direction: 'next' | 'previous'): Promise<void> {
  const place = parts.readingPlace.now();
  const entry = place && parts.entries.open(place.uri);
  if (!entry) throw new UserError(vscode.l10n.t('Open a paper to walk its key points.'));
  const items = pointItems(entry).map((item) => ({ ...item, range: item.row.place }));
  const found = neighbouringPoint(items, place.offset, direction);
  if (found) {
    await parts.rowReveal.show(found.row);
    return;
  }
  vscode.window.setStatusBarMessage(endMessage(items, direction), 4000);
}

function endMessage(items: readonly unknown[], direction: 'next' | 'previous'): string {
  if (items.length === 0) return vscode.l10n.t('This paper states no key points.');
  return direction === 'next'
    ? vscode.l10n.t('No further key point.')
    : vscode.l10n.t('No earlier key point.');
}

import * as vscode from 'vscode';
import {
  confidences,
  statuses,
  type Annotation,
  type Category,
  type Confidence,
  type Status,
} from '../../core/annotations/annotation.ts';
import { tidyTags } from '../../core/annotations/editAnnotation.ts';
import { foldTag } from '../../core/annotations/filter.ts';

/** Lets the analyst choose a category; undefined if none is chosen. */
export async function pickCategory(
  categories: readonly Category[],
  current?: string,
): Promise<string | undefined> {
  const items = categories.map(({ id, name, letter }) => ({
    label: `${letter}  ${name}`,
    description: id === current ? vscode.l10n.t('current') : '',
    id,
  }));
  const placeHolder = vscode.l10n.t('Category');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.id;
}

/** A status in words. */
export function statusInWords(status: Status): string {
  switch (status) {
    case 'open':
      return vscode.l10n.t('Open');
    case 'reviewed':
      return vscode.l10n.t('Reviewed');
    case 'done':
      return vscode.l10n.t('Done');
  }
}

/** Lets the analyst choose a status; undefined if none is chosen. */
export async function pickStatus(current: Status): Promise<Status | undefined> {
  const items = statuses.map((status) => ({
    label: statusInWords(status),
    description: status === current ? vscode.l10n.t('current') : '',
    status,
  }));
  const placeHolder = vscode.l10n.t('Status');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.status;
}

/** A confidence in words. */
export function confidenceInWords(confidence: Confidence): string {
  switch (confidence) {
    case 'low':
      return vscode.l10n.t('Low confidence');
    case 'moderate':
      return vscode.l10n.t('Moderate confidence');
    case 'high':
      return vscode.l10n.t('High confidence');
  }
}

/** Lets the analyst choose a confidence, or null for none; undefined if nothing is chosen. */
export async function pickConfidence(
  current: Confidence | null,
): Promise<Confidence | null | undefined> {
  const items = [...confidences, null].map((confidence) => ({
    label: confidence === null ? vscode.l10n.t('Not stated') : confidenceInWords(confidence),
    description: confidence === current ? vscode.l10n.t('current') : '',
    confidence,
  }));
  const placeHolder = vscode.l10n.t('Confidence');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.confidence;
}

/**
 * Lets the analyst choose tags among known ones and type new ones, several at once with commas
 * between them; undefined if the list is left without choosing.
 */
export function pickTags(
  known: readonly string[],
  current: readonly string[],
): Promise<readonly string[] | undefined> {
  const pick = vscode.window.createQuickPick();
  const item = (label: string) => ({ label });
  const tags = tidyTags([...current, ...known]);
  const items = tags.map(item);
  pick.canSelectMany = true;
  pick.placeholder = vscode.l10n.t('Choose tags, or type new ones with commas between them');
  pick.items = items;
  pick.selectedItems = items.slice(0, tidyTags(current).length);

  pick.onDidChangeValue((value) => {
    const typed = tidyTags(value.split(','));
    const fresh = typed.filter((tag) => !tags.some((other) => foldTag(other) === foldTag(tag)));
    const selected = pick.selectedItems;
    // What was typed is offered as an item that any filter text lets through.
    const offered = fresh.map((label) => ({ label, alwaysShow: true }));
    pick.items = [...offered, ...items];
    pick.selectedItems = [...offered, ...selected.filter((each) => items.includes(each))];
  });

  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(tidyTags(pick.selectedItems.map(({ label }) => label)));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** All tags that annotations carry, the most frequent first. */
export function tagsInUse(annotations: readonly Annotation[]): readonly string[] {
  const counts = new Map<string, { tag: string; count: number }>();
  for (const tag of annotations.flatMap(({ tags }) => tags)) {
    const known = counts.get(foldTag(tag)) ?? { tag, count: 0 };
    counts.set(foldTag(tag), { tag: known.tag, count: known.count + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count).map(({ tag }) => tag);
}

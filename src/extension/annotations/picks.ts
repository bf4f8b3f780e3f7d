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
  const tags = tidyTags([...current, ...known]);
  let chosen: readonly string[] = tidyTags(current);
  let typed: readonly string[] = [];
  /** Puts what is typed before the known tags, and ticks it and what is chosen by hand. */
  const show = () => {
    const fresh = typed.filter((tag) => !isAmong(tags, tag));
    // What is typed is seen whatever else the filter hides.
    pick.items = [...fresh, ...tags].map((label) => ({ label, alwaysShow: isAmong(typed, label) }));
    pick.selectedItems = pick.items.filter(
      ({ label }) => isAmong(typed, label) || isAmong(chosen, label),
    );
  };
  pick.canSelectMany = true;
  pick.placeholder = vscode.l10n.t('Choose tags, or type new ones with commas between them');
  show();

  pick.onDidChangeValue((value) => {
    const ticked = pick.selectedItems.map(({ label }) => label);
    chosen = ticked.filter((tag) => isAmong(chosen, tag) || !isAmong(typed, tag));
    typed = tidyTags(value.split(','));
    show();
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

function isAmong(tags: readonly string[], tag: string): boolean {
  return tags.some((other) => foldTag(other) === foldTag(tag));
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

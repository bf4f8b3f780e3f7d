import * as vscode from 'vscode';
import {
  statuses,
  type Annotation,
  type Category,
  type Status,
} from '../../core/annotations/annotation.ts';
import type { AnnotationFilter } from '../../core/annotations/filter.ts';
import { foldTag } from '../../core/annotations/filter.ts';
import { categoryOf } from '../../core/annotations/categories.ts';
import { statusInWords, tagsInUse } from '../annotations/picks.ts';
import { escapeIcons } from '../navigation/pickPlace.ts';

type Choice =
  | { readonly kind: 'text' }
  | { readonly kind: 'category'; readonly id: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'status'; readonly status: Status };

interface ChoiceItem extends vscode.QuickPickItem {
  readonly choice: Choice | null;
}

/** Lets the analyst choose what to see; undefined if the list is left without choosing. */
export async function pickFilter(
  filter: AnnotationFilter,
  annotations: readonly Annotation[],
  categories: readonly Category[],
): Promise<AnnotationFilter | undefined> {
  const picked = await vscode.window.showQuickPick(filterItems(filter, annotations, categories), {
    canPickMany: true,
    title: vscode.l10n.t('Filter Annotations'),
    placeHolder: vscode.l10n.t('Choose what to see; nothing chosen shows all'),
  });
  if (picked === undefined) return undefined;
  const choices = picked.flatMap(({ choice }) => (choice === null ? [] : [choice]));
  const text = choices.some(({ kind }) => kind === 'text') ? await askText(filter.text) : '';
  if (text === undefined) return undefined;
  const chosenCategories = choices.flatMap((each) => (each.kind === 'category' ? [each.id] : []));
  const tags = choices.flatMap((each) => (each.kind === 'tag' ? [each.tag] : []));
  const chosenStatuses = choices.flatMap((each) => (each.kind === 'status' ? [each.status] : []));
  return {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(chosenCategories.length > 0 && { categories: chosenCategories }),
    ...(tags.length > 0 && { tags }),
    ...(chosenStatuses.length > 0 && { statuses: chosenStatuses }),
  };
}

function askText(text = ''): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Filter Annotations'),
    prompt: vscode.l10n.t('Words in the quote, note, replies or tags'),
    value: text,
  });
}

function filterItems(
  filter: AnnotationFilter,
  annotations: readonly Annotation[],
  categories: readonly Category[],
): readonly ChoiceItem[] {
  const { text = '' } = filter;
  const tags = tagsInUse(annotations);
  const chosenTags = (filter.tags ?? []).map(foldTag);
  return [
    {
      label: text === '' ? vscode.l10n.t('Words…') : vscode.l10n.t('Words: {0}', escapeIcons(text)),
      picked: text !== '',
      choice: { kind: 'text' },
    },
    separator(vscode.l10n.t('Category')),
    ...categories.map(({ id, name, letter }): ChoiceItem => ({
      label: escapeIcons(`${letter}  ${name}`),
      picked: filter.categories?.includes(id) ?? false,
      choice: { kind: 'category', id },
    })),
    separator(vscode.l10n.t('Status')),
    ...statuses.map((status): ChoiceItem => ({
      label: statusInWords(status),
      picked: filter.statuses?.includes(status) ?? false,
      choice: { kind: 'status', status },
    })),
    ...(tags.length === 0 ? [] : [separator(vscode.l10n.t('Tag'))]),
    ...tags.map((tag): ChoiceItem => ({
      label: escapeIcons(tag),
      picked: chosenTags.includes(foldTag(tag)),
      choice: { kind: 'tag', tag },
    })),
  ];
}

function separator(label: string): ChoiceItem {
  return { label, kind: vscode.QuickPickItemKind.Separator, choice: null };
}

/** What a filter lets through, in words. */
export function filterInWords(filter: AnnotationFilter, categories: readonly Category[]): string {
  const { text = '', categories: ids = [], tags = [], statuses: chosen = [] } = filter;
  const either = (choices: readonly string[]) => choices.join(vscode.l10n.t(' or '));
  return [
    either(ids.map((id) => categoryOf(categories, id).name)),
    either(chosen.map(statusInWords)),
    either(tags.map((tag) => `#${tag}`)),
    text === '' ? '' : `“${text}”`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

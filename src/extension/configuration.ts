import * as vscode from 'vscode';
import type { Category } from '../core/annotations/annotation.ts';
import { readCategories, type CategoryProblem } from '../core/annotations/categories.ts';

/** The settings on annotations, as they are now. */
export interface AnnotationSettings {
  /** At least one; the built-in ones where the setting holds none that is sound. */
  readonly categories: readonly Category[];
  /** Id of one of the categories. */
  readonly defaultCategory: string;
  /** The analyst's name on annotations and replies; may be empty. */
  readonly author: string;
}

/** Whether a change of settings touches those on annotations. */
export function affectsAnnotationSettings(event: vscode.ConfigurationChangeEvent): boolean {
  return ['categories', 'defaultCategory', 'author'].some((name) =>
    event.affectsConfiguration(`policyAnnotator.${name}`),
  );
}

/** Reads the settings on annotations; what is wrong with them is left out. */
export function readAnnotationSettings(): AnnotationSettings {
  const settings = vscode.workspace.getConfiguration('policyAnnotator');
  const chosen = readCategories(settings.get('categories')).categories;
  const builtIn = readCategories(settings.inspect('categories')?.defaultValue).categories;
  const categories = chosen.length > 0 ? chosen : builtIn;
  const wanted = settings.get<unknown>('defaultCategory');
  const first = categories[0]?.id ?? '';
  const found = categories.find(({ id, name }) => id === wanted || name === wanted);
  const author = settings.get<unknown>('author');
  return {
    categories,
    defaultCategory: found?.id ?? first,
    author: typeof author === 'string' ? author.trim() : '',
  };
}

/** What is wrong with the categories in the settings, in words; empty if nothing is. */
export function categoryProblems(): readonly string[] {
  const setting = vscode.workspace.getConfiguration('policyAnnotator').get('categories');
  return readCategories(setting).problems.map(({ index, problem }) =>
    vscode.l10n.t('Category {0}: {1}', index + 1, problemInWords(problem)),
  );
}

function problemInWords(problem: CategoryProblem): string {
  switch (problem) {
    case 'incomplete':
      return vscode.l10n.t('it needs a name, a letter and a color.');
    case 'letter':
      return vscode.l10n.t('its letter has to be one character.');
    case 'color':
      return vscode.l10n.t('its color has to be a hex color such as #b58900 or a theme color id.');
    case 'repeated':
      return vscode.l10n.t('another category has the same id or name.');
  }
}

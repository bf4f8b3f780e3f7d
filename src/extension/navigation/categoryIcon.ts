import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../core/protocol.ts';
import { categoryOf } from '../../core/annotations/categories.ts';
import type { Category } from '../../core/annotations/annotation.ts';

/** The icon of an annotation, in its category's colour where that is a theme colour; a warning for an orphan. */
export function annotationIcon(
  { annotation, anchor }: PlacedAnnotation,
  categories: readonly Category[],
): vscode.ThemeIcon {
  if (anchor === null) return new vscode.ThemeIcon('warning');
  return categoryIcon(categoryOf(categories, annotation.category), annotation.note !== '');
}

/** The icon of a category: a note where one is written, else a bare highlight. */
export function categoryIcon({ color }: Category, hasNote: boolean): vscode.ThemeIcon {
  const themeColor = color.startsWith('#') ? undefined : new vscode.ThemeColor(color);
  return new vscode.ThemeIcon(hasNote ? 'note' : 'bookmark', themeColor);
}

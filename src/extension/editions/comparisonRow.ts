import * as vscode from 'vscode';
import { changedWords } from '../../core/anchoring/changedWords.ts';
import type { Category } from '../../core/annotations/annotation.ts';
import { categoryOf } from '../../core/annotations/categories.ts';
import type { ComparisonNode, ComparisonNodeData } from '../../core/navigation/comparisonNodes.ts';
import { changesInMarkdown } from '../../core/navigation/changesInMarkdown.ts';
import { cutLabel, pointLabel } from '../../core/navigation/label.ts';
import { categoryIcon } from '../navigation/categoryIcon.ts';
import { revealCommand } from '../navigation/revealRow.ts';
import type { Comparison } from './editions.ts';

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

type Group = Extract<ComparisonNodeData, { readonly state: string }>;

/** What a row of the Comparison view looks like. */
export function comparisonRow(
  node: ComparisonNode,
  { now, carried }: Comparison,
  categories: readonly Category[],
): vscode.TreeItem {
  const row = faceOf(node.data, now.text, carried, categories);
  if (node.place !== null) row.command = revealCommand(node);
  return row;
}

function faceOf(
  data: ComparisonNodeData,
  text: string,
  carried: ReadonlySet<string>,
  categories: readonly Category[],
): vscode.TreeItem {
  switch (data.kind) {
    case 'annotations':
    case 'points': {
      const isQuiet = data.state === 'kept' || data.state === 'same';
      const row = new vscode.TreeItem(groupName(data), isQuiet ? Collapsed : Expanded);
      row.description = String(data.count);
      row.iconPath = new vscode.ThemeIcon(groupIcons[data.state]);
      return row;
    }
    case 'annotation': {
      const { annotation, anchor, state } = data.compared;
      const row = new vscode.TreeItem(cutLabel(annotation.target.exact));
      row.iconPath = categoryIcon(
        categoryOf(categories, annotation.category),
        annotation.note !== '',
      );
      if (anchor !== null) {
        const isCarried = carried.has(annotation.id);
        row.contextValue = isCarried ? 'carried' : 'comparedAnnotation';
        if (isCarried) row.description = vscode.l10n.t('carried over');
        if (state === 'changed') {
          row.tooltip = changes(annotation.target.exact, text.slice(anchor.start, anchor.end));
        }
      }
      return row;
    }
    case 'point': {
      const { old, now } = data.compared;
      const block = now ?? old;
      const row = new vscode.TreeItem(pointLabel(block.ordinal, block.text));
      row.tooltip =
        old !== null && now !== null && old.text !== now.text
          ? changes(old.text, now.text)
          : block.text;
      return row;
    }
  }
}

const groupIcons: Readonly<Record<Group['state'], string>> = {
  lost: 'warning',
  changed: 'diff-modified',
  moved: 'arrow-swap',
  kept: 'pass',
  added: 'diff-added',
  removed: 'diff-removed',
  same: 'pass',
};

function groupName({ kind, state }: Group): string {
  if (kind === 'annotations') {
    switch (state) {
      case 'lost':
        return vscode.l10n.t('Lost passages');
      case 'changed':
        return vscode.l10n.t('Changed passages');
      case 'moved':
        return vscode.l10n.t('Moved passages');
      case 'kept':
        return vscode.l10n.t('Unchanged passages');
    }
  }
  switch (state) {
    case 'added':
      return vscode.l10n.t('New key points');
    case 'removed':
      return vscode.l10n.t('Removed key points');
    case 'changed':
      return vscode.l10n.t('Changed key points');
    case 'same':
      return vscode.l10n.t('Unchanged key points');
  }
}

function changes(before: string, after: string): vscode.MarkdownString {
  return new vscode.MarkdownString(changesInMarkdown(changedWords(before, after)));
}

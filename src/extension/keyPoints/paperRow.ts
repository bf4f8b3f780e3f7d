import * as vscode from 'vscode';
import type { Category } from '../../core/annotations/annotation.ts';
import { categoryOf } from '../../core/annotations/categories.ts';
import { cutLabel, pointLabel } from '../../core/navigation/label.ts';
import type { PaperEntry, PaperGroup, PaperNode } from '../../core/navigation/paperNodes.ts';
import type { PlacedAnnotation } from '../../core/protocol.ts';
import { annotationIcon } from '../navigation/categoryIcon.ts';
import { titleOf } from '../navigation/paperEntries.ts';
import {
  keyPointCount,
  noteCount,
  noteTooltip,
  pageName,
  paperTooltip,
  plainTooltip,
} from '../navigation/wording.ts';
import { revealCommand } from '../navigation/revealRow.ts';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** Groups that are open from the start under an open paper: what an analyst looks for first. */
const openedGroups: ReadonlySet<PaperGroup> = new Set<PaperGroup>(['keyPoints', 'recommendations']);

/** What a row of the Key Points view looks like. */
export function paperRow(node: PaperNode, categories: readonly Category[]): vscode.TreeItem {
  const row = face(node, categories);
  row.contextValue = node.data.kind;
  if (node.uri !== null && node.place !== null) row.command = revealCommand(node);
  return row;
}

function face({ data, children }: PaperNode, categories: readonly Category[]): vscode.TreeItem {
  const state = children.length === 0 ? None : Expanded;
  switch (data.kind) {
    case 'paper':
      return paperFace(data.entry);
    case 'group': {
      const row = new vscode.TreeItem(groupName(data.group));
      row.collapsibleState = openedGroups.has(data.group) ? Expanded : Collapsed;
      row.description = String(data.count);
      row.iconPath = new vscode.ThemeIcon(groupIcons[data.group]);
      return row;
    }
    case 'keyPoint':
    case 'recommendation': {
      const { text, ordinal, evidence } = data.point;
      const row = new vscode.TreeItem(pointLabel(ordinal, text), state);
      row.tooltip = plainTooltip(ordinal === null ? text : `${ordinal} ${text}`, evidence);
      return row;
    }
    case 'section': {
      const row = new vscode.TreeItem(cutLabel(data.section.title));
      row.collapsibleState = children.length === 0 ? None : Collapsed;
      row.tooltip = plainTooltip(data.section.title);
      return row;
    }
    case 'note':
      return noteFace(data.note, data.page, categories);
    case 'problem': {
      const row = new vscode.TreeItem(cutLabel(data.message));
      row.iconPath = new vscode.ThemeIcon('warning');
      row.tooltip = plainTooltip(data.message);
      return row;
    }
  }
}

function paperFace(entry: PaperEntry): vscode.TreeItem {
  const { summary, notes, isOpen } = entry;
  const points = summary.keyPoints.length;
  const row = new vscode.TreeItem(cutLabel(titleOf(entry)), isOpen ? Expanded : Collapsed);
  row.description = [
    points === 0 ? vscode.l10n.t('no key points') : keyPointCount(points),
    ...(notes.length === 0 ? [] : [noteCount(notes.length)]),
  ].join(' · ');
  row.iconPath = new vscode.ThemeIcon(isOpen ? 'book' : 'file-text');
  row.tooltip = paperTooltip(entry);
  return row;
}

/** A note as a row of any tree: its quote, and beside it the category's letter, the page, and the note. */
export function noteFace(
  placed: PlacedAnnotation,
  page: string | null,
  categories: readonly Category[],
): vscode.TreeItem {
  const { annotation, anchor } = placed;
  const { letter, name } = categoryOf(categories, annotation.category);
  const quote = cutLabel(annotation.target.exact);
  const note = cutLabel(annotation.note);
  const row = new vscode.TreeItem(quote);
  const place = page === null ? '' : pageName(page);
  row.description = [letter, place, note].filter((part) => part !== '').join(' · ');
  row.iconPath = annotationIcon(placed, categories);
  row.tooltip = noteTooltip(placed, place);
  row.accessibilityInformation = {
    label: [anchor === null ? vscode.l10n.t('Passage not found') : name, quote, place, note]
      .filter((part) => part !== '')
      .join(', '),
  };
  return row;
}

const groupIcons: Readonly<Record<PaperGroup, string>> = {
  keyPoints: 'list-ordered',
  recommendations: 'checklist',
  sections: 'list-tree',
  notes: 'note',
  problems: 'warning',
};

function groupName(group: PaperGroup): string {
  switch (group) {
    case 'keyPoints':
      return vscode.l10n.t('Key Points');
    case 'recommendations':
      return vscode.l10n.t('Recommendations');
    case 'sections':
      return vscode.l10n.t('Sections');
    case 'notes':
      return vscode.l10n.t('Notes');
    case 'problems':
      return vscode.l10n.t('Problems');
  }
}

import * as vscode from 'vscode';
import type { Category } from '../../core/annotations/annotation.ts';
import { excerptAt } from '../../core/annotations/orphanChoices.ts';
import { pageOf } from '../../core/annotations/pageOf.ts';
import { statuses } from '../../core/annotations/annotation.ts';
import { categoryOf } from '../../core/annotations/categories.ts';
import type { AnnotationGroup } from '../../core/annotations/grouping.ts';
import type { AnnotationNode, Candidate } from '../../core/navigation/annotationNodes.ts';
import { cutLabel } from '../../core/navigation/label.ts';
import type { Paper } from '../../core/paper/paper.ts';
import { statusInWords } from '../annotations/picks.ts';
import { noteFace } from '../keyPoints/paperRow.ts';
import { categoryIcon } from '../navigation/categoryIcon.ts';
import { distinctionInWords, plainTooltip } from '../navigation/wording.ts';
import { revealCommand } from '../navigation/revealRow.ts';

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** What rows say beside what they are. */
export interface AnnotationRowOptions {
  readonly categories: readonly Category[];
  readonly titleOf: (uri: string) => string;
  /** The pages of the paper as printed; none if it has none or they are not known. */
  readonly pagesOf: (uri: string) => Paper['pages'];
  /** The text of the paper if that is open, else null. */
  readonly textOf: (uri: string) => string | null;
}

/** What a row of the Annotations view looks like. */
export function annotationRow(
  node: AnnotationNode,
  options: AnnotationRowOptions,
): vscode.TreeItem {
  const { data } = node;
  if (data.kind === 'group') return groupFace(data.group, options);
  if (data.kind === 'candidate') return candidateFace(node, data.found, options);
  const { item, within } = data;
  const row = noteFace(item, pageOf(item, options.pagesOf(item.uri)), options.categories);
  const parts = [
    row.description,
    within === 'paper' ? '' : cutLabel(options.titleOf(item.uri), 40),
  ];
  row.description = parts.filter((part) => part !== '').join(' · ');
  row.contextValue = item.anchor === null ? 'orphan' : 'annotation';
  if (item.anchor === null && options.textOf(item.uri) !== null) row.collapsibleState = Collapsed;
  if (node.place !== null) row.command = revealCommand(node);
  return row;
}

/** What tells a candidate from the others comes first: it has to be seen in a narrow side bar too. */
function candidateFace(
  node: AnnotationNode,
  found: Candidate | null,
  { textOf }: AnnotationRowOptions,
): vscode.TreeItem {
  if (found === null) {
    return new vscode.TreeItem(vscode.l10n.t('Nothing in the paper is like this passage'));
  }
  const { place, distinction } = found;
  const { before, passage, behind } = excerptAt(textOf(node.uri ?? '') ?? '', place);
  const likeness = vscode.l10n.t('{0} %', Math.round(place.score * 100));
  const where = distinctionInWords(distinction);
  const row = new vscode.TreeItem(where === '' ? cutLabel(passage) : where);
  row.description = where === '' ? likeness : `${likeness} · ${cutLabel(passage)}`;
  row.tooltip = plainTooltip(where, `${before}${passage}${behind}`);
  row.iconPath = new vscode.ThemeIcon('search');
  row.contextValue = 'candidate';
  row.command = revealCommand(node);
  return row;
}

function groupFace(group: AnnotationGroup, options: AnnotationRowOptions): vscode.TreeItem {
  const row = new vscode.TreeItem(cutLabel(groupName(group, options)), Expanded);
  row.description = String(group.items.length);
  row.iconPath = groupIcon(group, options);
  row.contextValue = `${group.kind}Group`;
  if (group.kind === 'orphans') {
    row.tooltip = vscode.l10n.t(
      'The passages of these annotations are not in their papers any more, or stand there more than once. Open one to see what comes into question, or find the passages one by one.',
    );
  }
  return row;
}

function groupName({ kind, key }: AnnotationGroup, options: AnnotationRowOptions): string {
  switch (kind) {
    case 'paper':
      return options.titleOf(key);
    case 'category':
      return categoryOf(options.categories, key).name;
    case 'status':
      return statusName(key);
    case 'tag':
      return key;
    case 'untagged':
      return vscode.l10n.t('Without tags');
    case 'orphans':
      return vscode.l10n.t('Passage not found');
  }
}

function groupIcon(
  { kind, key }: AnnotationGroup,
  options: AnnotationRowOptions,
): vscode.ThemeIcon {
  switch (kind) {
    case 'paper':
      return new vscode.ThemeIcon('book');
    case 'category':
      return categoryIcon(categoryOf(options.categories, key), false);
    case 'status':
      return new vscode.ThemeIcon(key === 'open' ? 'circle-outline' : 'pass');
    case 'tag':
      return new vscode.ThemeIcon('account');
    case 'untagged':
      return new vscode.ThemeIcon('circle-slash');
    case 'orphans':
      return new vscode.ThemeIcon('warning');
  }
}

/** A status in words; one that we don't know as it is. */
function statusName(key: string): string {
  const status = statuses.find((each) => each === key);
  return status === undefined ? key : statusInWords(status);
}

import * as vscode from 'vscode';
import { pageOf } from '../../core/annotations/pageOf.ts';
import type { Category } from '../../core/annotations/annotation.ts';
import { cutLabel } from '../../core/navigation/label.ts';
import type { Tag, TagNode } from '../../core/navigation/tagNodes.ts';
import { noteFace } from '../keyPoints/paperRow.ts';
import { titleOf } from '../navigation/paperEntries.ts';
import { revealCommand } from '../navigation/revealRow.ts';
import { paperTooltip, plainTooltip } from '../navigation/wording.ts';

const { Collapsed } = vscode.TreeItemCollapsibleState;

/** What a row of the Tags view looks like. */
export function tagRow(node: TagNode, categories: readonly Category[]): vscode.TreeItem {
  const row = face(node, categories);
  if (node.uri !== null && node.place !== null) row.command = revealCommand(node);
  return row;
}

function face({ data }: TagNode, categories: readonly Category[]): vscode.TreeItem {
  switch (data.kind) {
    case 'tag':
      return tagFace(data.tag);
    case 'paper': {
      const row = new vscode.TreeItem(cutLabel(titleOf(data.entry)));
      row.description = data.printed.join(', ');
      row.iconPath = new vscode.ThemeIcon(data.entry.isOpen ? 'book' : 'file-text');
      row.tooltip = paperTooltip(data.entry);
      row.contextValue = 'paper';
      return row;
    }
    case 'annotation': {
      const row = noteFace(data.note, pageOf(data.note, data.entry.summary.pages), categories);
      row.contextValue = 'note';
      return row;
    }
  }
}

/** The icon of a tag: the page's own, or given by an analyst. */
export function tagIcon({ source }: Tag): vscode.ThemeIcon {
  return new vscode.ThemeIcon(source === 'publisher' ? 'tag' : 'account');
}

function sourceName({ source }: Tag): string {
  return source === 'publisher' ? vscode.l10n.t('publisher tag') : vscode.l10n.t('analyst tag');
}

/** The meaning that papers define, other forms in print, and how much carries the tag. */
function tagDescription({ meanings, variants, count }: Tag): string {
  const others = variants.slice(1).map((form) => `“${form}”`);
  const also = others.length > 0 ? [vscode.l10n.t('also {0}', others.join(', '))] : [];
  return [...meanings, ...also, String(count)].join(' · ');
}

function tagFace(tag: Tag): vscode.TreeItem {
  const row = new vscode.TreeItem(cutLabel(tag.text), Collapsed);
  const description = tagDescription(tag);
  row.description = description;
  row.iconPath = tagIcon(tag);
  row.tooltip = plainTooltip(tag.text, sourceName(tag), description);
  row.accessibilityInformation = { label: [tag.text, sourceName(tag), description].join(', ') };
  row.contextValue = `${tag.source}Tag`;
  return row;
}

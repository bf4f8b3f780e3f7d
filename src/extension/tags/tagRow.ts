import * as vscode from 'vscode';
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
      row.description = data.printed;
      row.iconPath = new vscode.ThemeIcon(data.entry.isOpen ? 'book' : 'file-text');
      row.tooltip = paperTooltip(data.entry);
      row.contextValue = 'paper';
      return row;
    }
    case 'annotation': {
      const row = noteFace(data.note, categories);
      row.contextValue = 'note';
      return row;
    }
  }
}

/** The icon of a tag: the page's own, or given by an analyst. */
export function tagIcon({ source }: Tag): vscode.ThemeIcon {
  return new vscode.ThemeIcon(source === 'publisher' ? 'tag' : 'account');
}

/** Who gave the tag, in words. */
export function sourceName({ source }: Tag): string {
  return source === 'publisher' ? vscode.l10n.t('publisher tag') : vscode.l10n.t('analyst tag');
}

/** The tag's meaning where the papers define one, and how much carries it. */
export function tagDescription({ meanings, count }: Tag): string {
  return [...meanings, String(count)].join(' · ');
}

function tagFace(tag: Tag): vscode.TreeItem {
  const row = new vscode.TreeItem(cutLabel(tag.text), Collapsed);
  const description = tagDescription(tag);
  const variants =
    tag.variants.length > 1 ? vscode.l10n.t('Printed as: {0}', tag.variants.join('; ')) : null;
  row.description = description;
  row.iconPath = tagIcon(tag);
  row.tooltip = plainTooltip(tag.text, tag.meanings.join('; '), sourceName(tag), variants);
  row.accessibilityInformation = { label: [tag.text, sourceName(tag), description].join(', ') };
  row.contextValue = `${tag.source}Tag`;
  return row;
}

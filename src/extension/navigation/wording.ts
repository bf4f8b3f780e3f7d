import * as vscode from 'vscode';
import type { Distinction } from '../../core/annotations/tellApart.ts';
import { cutLabel } from '../../core/navigation/label.ts';
import { escapeMarkdown } from '../../core/navigation/escapeMarkdown.ts';
import type { PaperEntry } from '../../core/navigation/paperNodes.ts';
import type { PlacedAnnotation } from '../../core/protocol.ts';
import { titleOf } from './paperEntries.ts';

/** Longest title of a section beside other facts, in characters. */
const longestTitle = 40;

/** "1 key point" or "7 key points". */
export function keyPointCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 key point') : vscode.l10n.t('{0} key points', count);
}

/** "1 note" or "7 notes". */
export function noteCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', count);
}

/** "p. 12": a page by its printed label. */
export function pageName(label: string): string {
  return vscode.l10n.t('p. {0}', label);
}

/** "p. 12 · Findings" or "Ln 9 · Findings": by what a passage is known from others like it. */
export function distinctionInWords({ page, line, column, section, before }: Distinction): string {
  const inLine =
    column === null
      ? vscode.l10n.t('Ln {0}', line ?? 0)
      : vscode.l10n.t('Ln {0}, Col {1}', line ?? 0, column);
  return [
    ...(page === null ? [] : [pageName(page)]),
    ...(line === null ? [] : [inLine]),
    ...(section === null ? [] : [cutLabel(section, longestTitle)]),
    ...(before === '' ? [] : [vscode.l10n.t('behind “{0}”', before)]),
  ].join(' · ');
}

/** Texts of papers shown as they are: nothing in them is taken for Markdown. */
export function plainTooltip(...paragraphs: readonly (string | null)[]): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  const shown = paragraphs.filter((paragraph) => paragraph !== null && paragraph !== '');
  shown.forEach((paragraph, index) => {
    if (index > 0) tooltip.appendMarkdown('\n\n');
    tooltip.appendMarkdown(escapeMarkdown(paragraph ?? ''));
  });
  return tooltip;
}

/** Title, people, date, publisher and path of a paper, each where it is known. */
export function paperTooltip(entry: PaperEntry): vscode.MarkdownString {
  const { people, date, publisher } = entry.summary;
  const tooltip = new vscode.MarkdownString();
  tooltip
    .appendMarkdown('**')
    .appendMarkdown(escapeMarkdown(titleOf(entry)))
    .appendMarkdown('**\n\n');
  const imprint = [people.join(', '), date, publisher].filter(
    (part) => part !== null && part !== '',
  );
  if (imprint.length > 0) tooltip.appendMarkdown(`${escapeMarkdown(imprint.join(' · '))}\n\n`);
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(entry.uri, true));
  return tooltip.appendMarkdown(escapeMarkdown(path));
}

/** Quote with its page, if it has one, then the note as the Markdown that the analyst wrote, then its tags. */
export function noteTooltip(
  { annotation, anchor }: PlacedAnnotation,
  page: string,
): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  const quote = `“${annotation.target.exact}”`;
  tooltip.appendMarkdown(escapeMarkdown(page === '' ? quote : `${quote} (${page})`));
  if (annotation.note !== '') tooltip.appendMarkdown(`\n\n---\n\n${annotation.note}`);
  if (annotation.tags.length > 0) {
    tooltip
      .appendMarkdown('\n\n')
      .appendMarkdown(escapeMarkdown(annotation.tags.map((tag) => `#${tag}`).join(' ')));
  }
  if (anchor === null) {
    const lost = vscode.l10n.t('This passage is not in the paper any more.');
    tooltip.appendMarkdown('\n\n').appendMarkdown(escapeMarkdown(lost));
  }
  return tooltip;
}

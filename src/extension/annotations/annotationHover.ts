import * as vscode from 'vscode';
import { categoryOf } from '../../core/annotations/categories.ts';
import type { PlacedAnnotation } from '../../core/protocol.ts';
import { changesOf } from '../../core/annotations/changesOf.ts';
import { changesInMarkdown } from '../../core/navigation/changesInMarkdown.ts';
import { escapeMarkdown } from '../../core/navigation/escapeMarkdown.ts';
import type { AnnotationServices } from './annotationServices.ts';
import { confidenceInWords, statusInWords } from './picks.ts';

type Services = Pick<AnnotationServices, 'annotations' | 'settings'>;

/** The commands that a hover links to; no other command link works in it. */
const actions = [
  'editNote',
  'changeCategory',
  'changeTags',
  'changeStatus',
  'deleteAnnotation',
].map((name) => `policyAnnotator.${name}`);

/** Shows what is noted on a passage when the pointer rests on it: all annotations there. */
export function registerAnnotationHover(services: Services): vscode.Disposable {
  const { annotations } = services;
  return vscode.languages.registerHoverProvider(['markdown', 'plaintext'], {
    provideHover(document, position) {
      const offset = document.offsetAt(position);
      const here = annotations
        .placed(document.uri)
        .filter(({ anchor }) => anchor && anchor.start <= offset && offset <= anchor.end);
      if (here.length === 0) return undefined;
      return new vscode.Hover(
        here.flatMap((placed) => [
          heading(services, placed),
          ...changes(placed, document.getText()),
          ...written(placed),
          links(document.uri, placed.annotation.id),
        ]),
      );
    },
  });
}

function heading({ settings }: Services, { annotation, anchor }: PlacedAnnotation) {
  const category = categoryOf(settings().categories, annotation.category);
  const facts = [
    statusInWords(annotation.status),
    ...(annotation.confidence ? [confidenceInWords(annotation.confidence)] : []),
    ...(annotation.author ? [annotation.author] : []),
    ...(anchor?.how === 'changed' ? [vscode.l10n.t('passage changed since')] : []),
  ];
  const name = `**${escapeMarkdown(`${category.letter} ${category.name}`)}**`;
  const tags = annotation.tags.map((tag) => `#${tag}`);
  return new vscode.MarkdownString([name, ...[...facts, ...tags].map(escapeMarkdown)].join(' · '));
}

function changes(placed: PlacedAnnotation, text: string): vscode.MarkdownString[] {
  const segments = changesOf(placed, text);
  if (segments.length === 0) return [];
  const line = changesInMarkdown(segments);
  return [new vscode.MarkdownString(`${vscode.l10n.t('Changes:')} ${line}`)];
}

/** Note and replies are somebody's text: they are Markdown without any trust. */
function written({ annotation }: PlacedAnnotation): vscode.MarkdownString[] {
  const replies = annotation.replies.map(({ author, text }) =>
    author === '' ? text : `${author}: ${text}`,
  );
  return [annotation.note, ...replies]
    .filter((text) => text !== '')
    .map((text) => new vscode.MarkdownString(text));
}

function links(paper: vscode.Uri, id: string): vscode.MarkdownString {
  const argument = encodeURIComponent(JSON.stringify([{ uri: paper.toString(), id }]));
  const labels = [
    vscode.l10n.t('Edit Note'),
    vscode.l10n.t('Category'),
    vscode.l10n.t('Tags'),
    vscode.l10n.t('Status'),
    vscode.l10n.t('Delete'),
  ];
  const text = new vscode.MarkdownString(
    actions
      .map((command, index) => `[${labels[index] ?? ''}](command:${command}?${argument})`)
      .join(' · '),
  );
  text.isTrusted = { enabledCommands: actions };
  return text;
}

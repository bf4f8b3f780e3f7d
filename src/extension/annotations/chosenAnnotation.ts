import * as vscode from 'vscode';
import { categoryOf } from '../../core/annotations/categories.ts';
import { foldText } from '../../core/anchoring/foldedText.ts';
import type { PlacedAnnotation } from '../../core/protocol.ts';
import { UserError } from '../errors.ts';
import type { AnnotationServices } from './annotationServices.ts';

/** An annotation of a paper. */
export interface ChosenAnnotation extends PlacedAnnotation {
  readonly paper: vscode.Uri;
}

type Services = Pick<AnnotationServices, 'annotations' | 'selection' | 'threads' | 'settings'>;

/**
 * The annotation that a command is for: the one that its argument names, else the one selected in the
 * preview, else the one at the cursor; the analyst picks where there are several. Undefined if the
 * analyst picks none.
 *
 * An argument may be `{uri, id}` (from a link or a menu of the page), a row of the tree, or the thread of a note.
 */
export async function chosenAnnotation(
  services: Services,
  argument: unknown,
): Promise<ChosenAnnotation | undefined> {
  const named = namedAnnotation(services, argument);
  if (named !== null) return named;
  const preview = services.selection.preview();
  if (preview !== null && preview.selectedAnnotation !== null) {
    return find(services, preview.uri, preview.selectedAnnotation);
  }
  const here = annotationsHere(services);
  if (here.length > 1) return pickOne(services, here);
  if (here[0]) return here[0];
  throw new UserError(vscode.l10n.t('There is no annotation at the cursor.'));
}

/** The annotation that an argument names; null where it names none. */
export function namedAnnotation(services: Services, argument: unknown): ChosenAnnotation | null {
  const named = services.threads.reference(argument) ?? reference(argument);
  return named && find(services, vscode.Uri.parse(named.uri, true), named.id);
}

/** The annotations that the selection or the cursor touches. */
export function annotationsHere({
  annotations,
  selection,
}: Pick<Services, 'annotations' | 'selection'>): readonly ChosenAnnotation[] {
  return selection.passages().flatMap(({ uri, range }) =>
    annotations
      .placed(uri)
      .filter(({ anchor }) => anchor && anchor.start <= range.end && range.start <= anchor.end)
      .map((placed) => ({ ...placed, paper: uri })),
  );
}

/** The analyst's choice among annotations; undefined if none is chosen. */
export async function pickOne(
  { settings }: Pick<Services, 'settings'>,
  annotations: readonly ChosenAnnotation[],
  placeHolder = vscode.l10n.t('Several annotations are here. Which one?'),
): Promise<ChosenAnnotation | undefined> {
  const { categories } = settings();
  const items = annotations.map((chosen) => {
    const { annotation } = chosen;
    const category = categoryOf(categories, annotation.category);
    return {
      label: `${category.letter}  ${quoteLabel(annotation.target.exact)}`,
      description: category.name,
      detail: annotation.note.split('\n', 1)[0] ?? '',
      chosen,
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDetail: true,
    matchOnDescription: true,
  });
  return picked?.chosen;
}

/** A quote on one line, cut to a length that a list can show. */
function quoteLabel(exact: string): string {
  const line = foldText(exact).trim();
  return line.length > 80 ? `“${line.slice(0, 79).trimEnd()}…”` : `“${line}”`;
}

function find({ annotations }: Services, paper: vscode.Uri, id: string): ChosenAnnotation {
  const placed = annotations.placed(paper).find(({ annotation }) => annotation.id === id);
  if (placed) return { ...placed, paper };
  throw new UserError(vscode.l10n.t('This annotation no longer exists.'));
}

function reference(argument: unknown): { uri: string; id: string } | null {
  if (typeof argument !== 'object' || argument === null) return null;
  if (!('uri' in argument)) return null;
  const uri = argument.uri instanceof vscode.Uri ? argument.uri.toString() : argument.uri;
  const named = 'annotation' in argument ? argument.annotation : argument;
  if (typeof named !== 'object' || named === null || !('id' in named)) return null;
  return typeof uri === 'string' && typeof named.id === 'string' ? { uri, id: named.id } : null;
}

import * as vscode from 'vscode';
import type { Category } from '../../core/annotations/annotation.ts';
import { matches } from '../../core/annotations/filter.ts';
import { tellApart } from '../../core/annotations/tellApart.ts';
import { groupAnnotations } from '../../core/annotations/grouping.ts';
import type { AnnotatedPaper, Grouping } from '../../core/annotations/grouping.ts';
import {
  annotationNodes,
  candidateNodes,
  type AnnotationNode,
} from '../../core/navigation/annotationNodes.ts';
import type { PaperEntry } from '../../core/navigation/paperNodes.ts';
import type { Annotations } from '../annotations/annotations.ts';
import { orphansIn } from '../annotations/orphansIn.ts';
import type { RegisterCommand } from '../commands.ts';
import { views } from '../ids.ts';
import { titleOf, type PaperEntries } from '../navigation/paperEntries.ts';
import { createRows } from '../navigation/rows.ts';
import type { Papers } from '../papers/papers.ts';
import { nameOf } from '../papers/workspaceIndexFiles.ts';
import { annotationRow } from './annotationRow.ts';
import { createArrangement, isFiltering } from './arrangement.ts';
import { filterInWords, pickFilter } from './filterPick.ts';

/** What the Annotations view needs. */
export interface AnnotationsViewParts {
  readonly annotations: Annotations;
  readonly entries: PaperEntries;
  readonly papers: Papers;
  readonly categories: () => readonly Category[];
  readonly registerCommand: RegisterCommand;
  readonly memento: vscode.Memento;
}

/** Typing settles for this many milliseconds before rows change. */
const settling = 150;

/** The Annotations view with its arrangement and filter. */
export function registerAnnotationsView(parts: AnnotationsViewParts): vscode.Disposable {
  const { annotations, entries, papers, categories, registerCommand } = parts;
  const arrangement = createArrangement(parts.memento, registerCommand);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = new Map<string, PaperEntry>();

  const title = (uri: string) => {
    const entry = shown.get(uri);
    return entry ? titleOf(entry) : nameOf(vscode.Uri.parse(uri, true));
  };
  const pagesOf = (uri: string) => shown.get(uri)?.summary.pages ?? [];
  const annotated = (): readonly AnnotatedPaper[] =>
    annotations
      .records()
      .map(({ uri }) => ({ uri, placed: annotations.placed(vscode.Uri.parse(uri, true)) }));

  const roots = (): readonly AnnotationNode[] => {
    shown = new Map(entries.all().map((entry) => [entry.uri, entry]));
    const papers = annotated().toSorted((a, b) => title(a.uri).localeCompare(title(b.uri)));
    const { by, sort, filter } = arrangement;
    const options = { by, sort, filter, categories: categories().map(({ id }) => id) };
    return annotationNodes(groupAnnotations(papers, options));
  };

  const paperOf = (uri: string) => papers.find(vscode.Uri.parse(uri, true))?.paper ?? null;
  const textOf = (uri: string) => paperOf(uri)?.text ?? null;
  /** Below an orphan stand its candidates, which are looked for when they are to be seen. */
  const childrenOf = async (node: AnnotationNode): Promise<readonly AnnotationNode[]> => {
    const { data, uri, children } = node;
    if (data.kind !== 'annotation' || data.item.anchor !== null || uri === null) return children;
    const paper = paperOf(uri);
    if (paper === null) return children;
    const parsed = vscode.Uri.parse(uri, true);
    const choices = await orphansIn(annotations, parsed, paper.text);
    const choice = choices.find(({ annotation }) => annotation.id === data.item.annotation.id);
    const places = choice?.candidates ?? [];
    const told = tellApart(paper, places, !papers.isFile(parsed));
    const candidates = places.flatMap((place, index) => {
      const distinction = told[index];
      return distinction ? [{ place, distinction }] : [];
    });
    return candidateNodes(node, data.item, candidates);
  };

  const rows = createRows<AnnotationNode['data']>(views.annotations, {
    roots,
    childrenOf,
    face: (node) =>
      annotationRow(node, { categories: categories(), titleOf: title, pagesOf, textOf }),
    annotationOf: (data) => (data.kind === 'group' ? null : data.item.annotation.id),
  });

  const describe = () => {
    const { by, sort, filter } = arrangement;
    const all = annotated().flatMap(({ placed }) => placed);
    const matching = all.filter(({ annotation }) => matches(annotation, filter)).length;
    const orphans = all.filter(({ anchor }) => anchor === null).length;
    rows.view.description = [groupingName(by), ...(sort === 'date' ? [newestFirst()] : [])].join(
      ' · ',
    );
    rows.view.message = isFiltering(filter)
      ? vscode.l10n.t(
          'Filter: {0} – {1} of {2}',
          filterInWords(filter, categories()),
          matching,
          all.length,
        )
      : '';
    rows.view.badge = orphans === 0 ? undefined : { value: orphans, tooltip: orphanCount(orphans) };
  };

  const refresh = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      describe();
      rows.refresh();
    }, settling);
  };
  describe();

  return vscode.Disposable.from(
    rows,
    arrangement,
    arrangement.onDidChange(refresh),
    annotations.onDidChange(refresh),
    entries.onDidChange(refresh),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('policyAnnotator.categories')) refresh();
    }),
    registerCommand('policyAnnotator.filterAnnotations', async () => {
      const all = annotations.records().flatMap((record) => record.annotations);
      const filter = await pickFilter(arrangement.filter, all, categories());
      if (filter) arrangement.setFilter(filter);
    }),
    new vscode.Disposable(() => {
      clearTimeout(timer);
    }),
  );
}

function groupingName(by: Grouping): string {
  switch (by) {
    case 'paper':
      return vscode.l10n.t('by paper');
    case 'tag':
      return vscode.l10n.t('by tag');
    case 'category':
      return vscode.l10n.t('by category');
    case 'status':
      return vscode.l10n.t('by status');
  }
}

function newestFirst(): string {
  return vscode.l10n.t('newest first');
}

function orphanCount(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 annotation has lost its passage')
    : vscode.l10n.t('{0} annotations have lost their passages', count);
}

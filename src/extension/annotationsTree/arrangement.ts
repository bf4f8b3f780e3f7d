import * as vscode from 'vscode';
import type { AnnotationFilter } from '../../core/annotations/filter.ts';
import type { Grouping, Sorting } from '../../core/annotations/grouping.ts';
import type { RegisterCommand } from '../commands.ts';

/** How the Annotations view is arranged: the grouping and sorting are remembered, the filter is not. */
export interface Arrangement {
  readonly onDidChange: vscode.Event<void>;
  readonly by: Grouping;
  readonly sort: Sorting;
  readonly filter: AnnotationFilter;
  setFilter(filter: AnnotationFilter): void;
  dispose(): void;
}

const groupings: readonly Grouping[] = ['paper', 'tag', 'category', 'status'];
const sortings: readonly Sorting[] = ['place', 'date'];
const byKey = 'policyAnnotator.annotations.by';
const sortKey = 'policyAnnotator.annotations.sort';
const filteredKey = 'policyAnnotator.annotations.filtered';

/** The arrangement as left last time, with the commands that change it. */
export function createArrangement(
  memento: vscode.Memento,
  registerCommand: RegisterCommand,
): Arrangement {
  const changed = new vscode.EventEmitter<void>();
  let by = groupings.find((each) => each === memento.get(byKey)) ?? 'paper';
  let sort = sortings.find((each) => each === memento.get(sortKey)) ?? 'place';
  let filter: AnnotationFilter = {};

  const tell = () => {
    for (const [key, value] of [
      [byKey, by],
      [sortKey, sort],
      [filteredKey, isFiltering(filter)],
    ] as const) {
      void vscode.commands.executeCommand('setContext', key, value);
    }
    changed.fire();
  };
  const setFilter = (next: AnnotationFilter) => {
    filter = next;
    tell();
  };

  const subscriptions = vscode.Disposable.from(
    changed,
    ...groupings.map((grouping) =>
      registerCommand(`policyAnnotator.groupAnnotationsBy.${grouping}`, async () => {
        by = grouping;
        tell();
        await memento.update(byKey, by);
      }),
    ),
    ...sortings.map((sorting) =>
      registerCommand(`policyAnnotator.sortAnnotationsBy.${sorting}`, async () => {
        sort = sorting;
        tell();
        await memento.update(sortKey, sort);
      }),
    ),
    registerCommand('policyAnnotator.clearAnnotationFilter', () => {
      setFilter({});
    }),
  );
  tell();

  return {
    onDidChange: changed.event,
    get by() {
      return by;
    },
    get sort() {
      return sort;
    },
    get filter() {
      return filter;
    },
    setFilter,
    dispose() {
      subscriptions.dispose();
    },
  };
}

/** Whether the filter leaves anything out. */
export function isFiltering({ text = '', categories, tags, statuses }: AnnotationFilter): boolean {
  return text !== '' || [categories, tags, statuses].some((choice) => choice !== undefined);
}

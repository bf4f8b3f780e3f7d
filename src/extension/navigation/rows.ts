import * as vscode from 'vscode';
import type { TreeNode } from '../../core/navigation/treeNode.ts';
import type { SourceRange } from '../../core/paper/paper.ts';

/** How rows are found and what they look like. */
export interface RowsOptions<Data> {
  roots(): readonly TreeNode<Data>[];
  /** What is below a row; asked for when it is opened. */
  childrenOf(node: TreeNode<Data>): readonly TreeNode<Data>[] | Promise<readonly TreeNode<Data>[]>;
  face(node: TreeNode<Data>): vscode.TreeItem;
  /** Id of the annotation that a row stands for, or null. */
  annotationOf(data: Data): string | null;
}

/** What VS Code holds for a row, and hands to the commands of its menus. The same object for the same row. */
export interface RowElement {
  readonly rowId: string;
  /** The paper's, or null for rows above papers. */
  readonly uri: string | null;
  /** The annotation's, or null. */
  readonly id: string | null;
  /** Where the row led when VS Code first had it. */
  readonly place: SourceRange | null;
}

/** A tree view whose rows VS Code knows again after a change. */
export interface Rows<Data> {
  readonly view: vscode.TreeView<RowElement>;
  /** Asks VS Code to show the rows anew. */
  readonly refresh: () => void;
  /**
   * Selects the last row of a path without taking the focus; stops at one that the reader closed. False
   * if VS Code does not have these rows before the next refresh.
   */
  select(path: readonly TreeNode<Data>[]): Promise<boolean>;
  dispose(): void;
}

export function createRows<Data>(viewId: string, options: RowsOptions<Data>): Rows<Data> {
  const changed = new vscode.EventEmitter<void>();
  const nodes = new Map<string, TreeNode<Data>>();
  const elements = new Map<string, RowElement>();
  const parents = new Map<RowElement, RowElement>();
  const closed = new Set<string>();
  /** The rows that VS Code has below each row; the outermost ones below null. */
  const given = new Map<string | null, ReadonlySet<string>>();

  /** One row is revealed at a time: VS Code may end with the first of two, if that opens more rows. */
  let revealing = Promise.resolve();
  let wanted: RowElement | undefined;

  const give = (children: readonly TreeNode<Data>[], parent?: RowElement): RowElement[] => {
    given.set(parent?.rowId ?? null, new Set(children.map(({ id }) => id)));
    return children.map((child) => know(child, parent));
  };

  const know = (node: TreeNode<Data>, parent?: RowElement): RowElement => {
    const { id: rowId, uri, data, place } = node;
    const element = elements.get(rowId) ?? { rowId, uri, id: options.annotationOf(data), place };
    elements.set(rowId, element);
    nodes.set(rowId, node);
    if (parent) parents.set(element, parent);
    return element;
  };

  const view = vscode.window.createTreeView<RowElement>(viewId, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren(parent) {
        if (parent === undefined) return give(options.roots());
        const node = nodes.get(parent.rowId);
        const children = node ? options.childrenOf(node) : [];
        // Whoever can tell at once does: VS Code shows the rows without a pause.
        return 'then' in children
          ? children.then((all) => give(all, parent))
          : give(children, parent);
      },
      getTreeItem({ rowId }) {
        const node = nodes.get(rowId);
        const item = node ? options.face(node) : new vscode.TreeItem('');
        item.id = rowId;
        return item;
      },
      getParent: (element) => parents.get(element),
    },
  });

  const subscriptions = vscode.Disposable.from(
    view,
    changed,
    view.onDidCollapseElement(({ element }) => closed.add(element.rowId)),
    view.onDidExpandElement(({ element }) => closed.delete(element.rowId)),
  );

  return {
    view,
    refresh: () => {
      changed.fire();
    },
    async select(path) {
      const isKnown = path.every(({ id }, index) => {
        const rows = given.get(path[index - 1]?.id ?? null);
        return rows === undefined ? index > 0 : rows.has(id);
      });
      if (!isKnown) return false;
      const known: RowElement[] = [];
      for (const node of path) known.push(know(node, known.at(-1)));
      const row = known.find(({ rowId }) => closed.has(rowId)) ?? known.at(-1);
      wanted = row;
      revealing = revealing.then(async () => {
        if (!row || row !== wanted || !view.visible || view.selection[0] === row) return;
        const shown = view.reveal(row, { select: true, focus: false, expand: false });
        // A row that went away meanwhile can't be selected, and need not be.
        await shown.then(undefined, () => undefined);
      });
      await revealing;
      return true;
    },
    dispose() {
      subscriptions.dispose();
    },
  };
}

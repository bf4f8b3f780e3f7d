import * as vscode from 'vscode';
import type { TreeNode } from '../../core/navigation/treeNode.ts';

/** How rows are found and what they look like. */
export interface RowsOptions<Data> {
  roots(): readonly TreeNode<Data>[];
  /** What is below a row; asked for when it is opened. */
  childrenOf(node: TreeNode<Data>): readonly TreeNode<Data>[];
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
}

/** A tree view whose rows VS Code knows again after a change. */
export interface Rows<Data> {
  readonly view: vscode.TreeView<RowElement>;
  /** Asks VS Code to show the rows anew. */
  readonly refresh: () => void;
  /** Selects the last row of a path without taking the focus; stops at one that the reader closed. */
  select(path: readonly TreeNode<Data>[]): Promise<void>;
  dispose(): void;
}

export function createRows<Data>(viewId: string, options: RowsOptions<Data>): Rows<Data> {
  const changed = new vscode.EventEmitter<void>();
  const nodes = new Map<string, TreeNode<Data>>();
  const elements = new Map<string, RowElement>();
  const parents = new Map<RowElement, RowElement>();
  const closed = new Set<string>();

  const know = (node: TreeNode<Data>, parent?: RowElement): RowElement => {
    const { id: rowId, uri, data } = node;
    const element = elements.get(rowId) ?? { rowId, uri, id: options.annotationOf(data) };
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
        if (parent === undefined) return options.roots().map((node) => know(node));
        const node = nodes.get(parent.rowId);
        return node ? options.childrenOf(node).map((child) => know(child, parent)) : [];
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
      const known: RowElement[] = [];
      for (const node of path) known.push(know(node, known.at(-1)));
      const row = known.find(({ rowId }) => closed.has(rowId)) ?? known.at(-1);
      if (!row || !view.visible || view.selection[0] === row) return;
      await view.reveal(row, { select: true, focus: false, expand: false });
    },
    dispose() {
      subscriptions.dispose();
    },
  };
}

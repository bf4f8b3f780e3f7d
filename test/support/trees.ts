import type { Locator, Page } from 'playwright-core';
import { hoverText, menusOf } from './menus.ts';

/** A row of a tree as it is seen. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** 1 for the outermost rows. */
  readonly level: number;
  /** Null for a row that has nothing to show below it. */
  readonly expanded: boolean | null;
  readonly selected: boolean;
  /** Class names of the icon, such as `codicon-tag`; empty if there is none. */
  readonly icon: string;
}

/** A tree of a view container. */
export interface Tree {
  /** Brings the view to the front and gives it the height of the whole container. */
  show(): Promise<void>;
  /** All rows that are unfolded, also those below the visible part. */
  rows(): Promise<readonly TreeRow[]>;
  /** The labels of {@link rows}, indented by two spaces a level. */
  labels(): Promise<readonly string[]>;
  click(label: string): Promise<void>;
  doubleClick(label: string): Promise<void>;
  expand(label: string): Promise<void>;
  collapse(label: string): Promise<void>;
  /** The entries of a row's context menu, which stays open: go on with `menus`. */
  contextMenu(label: string): Promise<readonly string[]>;
  /** Presses a button in a row, by its name. */
  rowAction(label: string, action: string): Promise<void>;
  /** Presses a button in the view's title, by its name. */
  titleAction(action: string): Promise<void>;
  /** The names of the buttons in the view's title. */
  titleActions(): Promise<readonly string[]>;
  /** What hovering over a row shows. */
  hover(label: string): Promise<string>;
  /** The text of an empty view and its buttons. */
  welcome(): Promise<string>;
  /** The text beside the view's title. */
  description(): Promise<string>;
  /** The message above the rows, empty if there is none. */
  message(): Promise<string>;
}

/** The tree with this title in a container of the activity bar. */
export function treeOf(page: Page, container: string, title: string): Tree {
  const view = page.locator('.pane', {
    has: page.locator(`.pane-header[aria-label^="${title}"]`),
  });
  const header = view.locator('.pane-header');
  const row = (label: string) =>
    view
      .locator('.monaco-list-row')
      .filter({ has: page.locator('.label-name').getByText(label, { exact: true }) })
      .first();

  async function show(): Promise<void> {
    const icon = page.locator(`.activitybar .action-item:has([aria-label^="${container}"])`);
    if (!(await header.isVisible())) await icon.click();
    for (const other of await page.locator('.sidebar .pane-header').all()) {
      const mine = ((await other.getAttribute('aria-label')) ?? '').startsWith(title);
      const expanded = (await other.getAttribute('aria-expanded')) === 'true';
      if (mine !== expanded) await other.locator('h3.title').click();
    }
  }

  async function shown(label: string): Promise<Locator> {
    await show();
    const found = row(label);
    await found.waitFor();
    return found;
  }

  async function fold(label: string, expanded: boolean): Promise<void> {
    const found = await shown(label);
    if ((await found.getAttribute('aria-expanded')) === String(expanded)) return;
    await found.locator('.monaco-tl-twistie').click();
    await view
      .locator(`.monaco-list-row[aria-expanded="${String(expanded)}"]`, {
        has: page.locator('.label-name').getByText(label, { exact: true }),
      })
      .waitFor();
  }

  return {
    show,
    async rows() {
      await show();
      return readAll(view);
    },
    async labels() {
      await show();
      return (await readAll(view)).map(({ label, level }) => '  '.repeat(level - 1) + label);
    },
    click: async (label) => (await shown(label)).click(),
    doubleClick: async (label) => (await shown(label)).dblclick(),
    expand: (label) => fold(label, true),
    collapse: (label) => fold(label, false),
    async contextMenu(label) {
      await (await shown(label)).click({ button: 'right' });
      return menusOf(page).items();
    },
    async rowAction(label, action) {
      const found = await shown(label);
      await found.hover();
      await found.locator(`.actions [aria-label^="${action}"]`).click();
    },
    async titleAction(action) {
      await show();
      await header.hover();
      await header.locator(`.actions [aria-label^="${action}"]`).click();
    },
    async titleActions() {
      await show();
      await header.hover();
      const names = await header
        .locator('.actions .action-label[aria-label]')
        .evaluateAll((labels) => labels.map((label) => label.getAttribute('aria-label') ?? ''));
      return names.filter((name) => name !== '');
    },
    async hover(label) {
      await (await shown(label)).locator('.label-name').hover();
      return hoverText(page);
    },
    async welcome() {
      await show();
      return view.locator('.welcome-view-content').innerText();
    },
    description: async () => (await header.locator('.description').textContent()) ?? '',
    message: async () => (await view.locator('.message').first().textContent()) ?? '',
  };
}

/** Rows far below are not in the page: scrolls through the list and collects. */
async function readAll(view: Locator): Promise<readonly TreeRow[]> {
  const list = view.locator('.monaco-list').first();
  if (!(await list.isVisible())) return [];
  const found = new Map<number, TreeRow>();
  await list.hover();
  await list.page().mouse.wheel(0, -1_000_000);
  for (;;) {
    const before = found.size;
    for (const [index, row] of await readRendered(list)) found.set(index, row);
    if (found.size === before) break;
    const hidden = await list.evaluate(
      (element) =>
        (element.querySelector('.monaco-list-rows')?.clientHeight ?? 0) - element.clientHeight,
    );
    if (hidden <= 0) break;
    await list.page().mouse.wheel(0, 400);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, row]) => row);
}

function readRendered(list: Locator): Promise<[number, TreeRow][]> {
  return list.locator('.monaco-list-row').evaluateAll((rows) =>
    rows.map((row) => {
      const expanded = row.getAttribute('aria-expanded');
      const icon = row.querySelector('.custom-view-tree-node-item-icon');
      return [
        Number(row.getAttribute('data-index')),
        {
          label: row.querySelector('.label-name')?.textContent ?? '',
          description: row.querySelector('.label-description')?.textContent ?? '',
          level: Number(row.getAttribute('aria-level')),
          expanded: expanded === null ? null : expanded === 'true',
          selected: row.classList.contains('selected'),
          icon: [...(icon?.classList ?? [])]
            .filter((name) => /^codicon-(?!.*modifier)/.test(name))
            .join(' '),
        },
      ];
    }),
  );
}

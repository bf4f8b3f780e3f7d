import { eventually } from './eventually.ts';
import { hoverText, menusOf } from './menus.ts';
import { decorationsIn, type Decoration } from './decorations.ts';
import type { Page } from 'playwright-core';

/** The text editor in front. */
export interface Editor {
  /** The lines that are on the screen, as they are seen. */
  lines(): Promise<readonly string[]>;
  /** What the status bar says of cursor and selection, such as `Ln 3, Col 5 (12 selected)`. */
  position(): Promise<string>;
  /** The selected text; empty if nothing is selected. */
  selectedText(): Promise<string>;
  /** Puts the cursor at a line and column, both counted from 1. */
  goTo(line: number, column?: number): Promise<void>;
  /** Selects from one place to another; lines and columns are counted from 1. */
  select(fromLine: number, fromColumn: number, toLine: number, toColumn: number): Promise<void>;
  /** Selects the first place where this text stands in one line, by the find widget. */
  selectText(text: string): Promise<void>;
  /** Types at the cursor. */
  type(text: string): Promise<void>;
  save(): Promise<void>;
  /** Marks that the extension set on what is on the screen. */
  decorations(): Promise<readonly Decoration[]>;
  /** What hovering over the first visible place of this text shows. */
  hover(text: string): Promise<string>;
  /** The entries of the context menu at the cursor, which stays open: go on with `menus`. */
  contextMenu(): Promise<readonly string[]>;
}

/** The text editor in front in a window. */
export function editorOf(page: Page): Editor {
  const editor = page
    .locator('.editor-group-container.active .editor-instance .monaco-editor')
    .first();

  /** Goes to the start of the text editor of the first group. */
  async function goToStart(): Promise<void> {
    await editor.waitFor();
    // Keys that come while the focus moves are lost.
    await eventually(async () => {
      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+Home');
      await eventually(async () => {
        if (!/^Ln 1, Col 1$/u.test(await position())) throw new Error('Not at the start');
      }, 1000);
    });
  }

  async function goTo(line: number, column = 1): Promise<void> {
    const input = page.locator('.quick-input-widget .quick-input-box input');
    // Keys that come while the focus moves are lost.
    await eventually(async () => {
      await page.keyboard.press('Control+G');
      await input.waitFor({ timeout: 2000 });
    });
    await input.fill(`:${line}:${column}`);
    // The input takes no Enter before it has looked at what stands in it.
    await eventually(async () => {
      if (await input.isVisible()) await input.press('Enter', { timeout: 2000 });
      await input.waitFor({ state: 'hidden', timeout: 2000 });
    });
  }

  async function position(): Promise<string> {
    return page.locator('.statusbar-item[id="status.editor.selection"]').innerText();
  }

  async function selectedText(): Promise<string> {
    if (!(await position()).includes('selected')) return '';
    await editor.locator('.inputarea, .native-edit-context').first().focus();
    await page.keyboard.press('Control+C');
    return page.evaluate(() => navigator.clipboard.readText());
  }

  return {
    lines: () =>
      editor.locator('.view-lines .view-line').evaluateAll((lines) =>
        lines
          .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text.replaceAll('\u00a0', ' ')),
      ),
    position,
    selectedText,
    goTo,
    select: (fromLine, fromColumn, toLine, toColumn) =>
      eventually(async () => {
        await goTo(fromLine, fromColumn);
        await page.keyboard.press('Control+K');
        await page.keyboard.press('Control+B');
        await goTo(toLine, toColumn);
        await page.keyboard.press('Control+K');
        await page.keyboard.press('Control+K');
        await eventually(async () => {
          if (!(await position()).includes('selected')) throw new Error('Nothing is selected');
        }, 5000);
      }),
    async selectText(text) {
      await goToStart();
      await page.keyboard.press('Control+F');
      const find = editor.locator('.find-widget textarea, .find-widget input').first();
      await find.waitFor();
      await find.fill(text);
      // The find widget takes no notice of case.
      await eventually(async () => {
        await find.press('Enter');
        const found = await selectedText();
        if (found !== text) throw new Error(`“${text}” is not in the text, but “${found}” is`);
      });
      await find.press('Escape');
    },
    type: (text) => page.keyboard.type(text),
    async save() {
      await page.keyboard.press('Control+S');
      await page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
    },
    decorations: () => decorationsIn(editor),
    hover: (text) =>
      eventually(async () => {
        const place = await editor.evaluate(middleOf, text);
        if (place === null) throw new Error(`“${text}” is not on the screen`);
        // A hover opens when the mouse comes from elsewhere.
        await page.mouse.move(place.x, place.y - 40);
        await page.mouse.move(place.x, place.y, { steps: 3 });
        return hoverText(page, 5000);
      }, 30_000),
    async contextMenu() {
      await page.keyboard.press('Shift+F10');
      return menusOf(page).items();
    },
  };
}

/** Runs in the page: the middle of the first visible place of a text within one line. */
function middleOf(root: Element, text: string): { x: number; y: number } | null {
  for (const line of root.querySelectorAll('.view-lines .view-line')) {
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const content = nodes.map((node) => node.data).join('');
    const start = content.replaceAll('\u00a0', ' ').indexOf(text);
    if (start < 0) continue;
    let left = start + Math.floor(text.length / 2);
    for (const node of nodes) {
      if (left < node.length) {
        const range = document.createRange();
        range.setStart(node, left);
        range.setEnd(node, left + 1);
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
      left -= node.length;
    }
  }
  return null;
}

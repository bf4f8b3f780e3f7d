import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** A row of a quick pick as it is seen. */
export interface PickItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly checked: boolean;
}

/** The palette, quick open, quick picks and input boxes. */
export interface QuickInput {
  /** Runs a command by the palette; its title with the category, as it stands there. */
  runCommand(title: string): Promise<void>;
  /** The command titles that the palette offers for this text. */
  commands(text: string): Promise<readonly string[]>;
  /** Opens a file of the folder by quick open and waits for its tab. */
  openFile(name: string): Promise<void>;
  /** The rows of the open quick pick that are rendered. */
  items(): Promise<readonly PickItem[]>;
  /** Clicks the row with this label. */
  choose(label: string): Promise<void>;
  /** Replaces what stands in the input. */
  type(text: string): Promise<void>;
  accept(): Promise<void>;
  cancel(): Promise<void>;
  /** The input's placeholder; throws when no quick input is open. */
  placeholder(): Promise<string>;
  /** The quick input's title, empty if it has none. */
  title(): Promise<string>;
  /** The message below the input, such as what is wrong with it. */
  message(): Promise<string>;
  isOpen(): Promise<boolean>;
}

/** The quick input of a window. */
export function quickInputOf(page: Page): QuickInput {
  const widget = page.locator('.quick-input-widget');
  const input = widget.locator('.quick-input-box input');
  const rows = widget.locator('.quick-input-list .monaco-list-row');
  const row = (label: string) =>
    rows.filter({ has: page.locator('.label-name').getByText(label, { exact: true }) }).first();

  /** Opens the quick input by a key and waits for its row: again if it closed meanwhile, as the one before it did. */
  async function openWith(key: string, text: string, wanted: Locator): Promise<void> {
    await eventually(async () => {
      await page.keyboard.press(key);
      try {
        await input.fill(text, { timeout: 2000 });
        await wanted.waitFor({ timeout: 5000 });
      } catch (error) {
        // A page in the window that is still loading keeps keys for itself, or takes the focus back.
        await page.evaluate(() => {
          if (document.activeElement instanceof HTMLIFrameElement) document.activeElement.blur();
        });
        await page.keyboard.press('Escape');
        throw error;
      }
    }, 30_000);
  }

  return {
    async runCommand(title) {
      await openWith('F1', `>${title}`, row(title));
      await row(title).click();
    },
    async commands(text) {
      await openWith('F1', `>${text}`, rows.first());
      const titles = (await read(rows)).map(({ label }) => label);
      await page.keyboard.press('Escape');
      return titles;
    },
    async openFile(name) {
      await openWith('Control+P', name, row(name));
      await row(name).click();
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    },
    async items() {
      await rows.first().waitFor();
      return read(rows);
    },
    choose: (label) => row(label).click(),
    type: (text) => input.fill(text),
    async accept() {
      await input.press('Enter');
    },
    async cancel() {
      await page.keyboard.press('Escape');
      await input.waitFor({ state: 'hidden' });
    },
    placeholder: async () => (await input.getAttribute('placeholder')) ?? '',
    title: async () => (await widget.locator('.quick-input-title').textContent()) ?? '',
    message: async () => (await widget.locator('.quick-input-message').textContent()) ?? '',
    isOpen: () => input.isVisible(),
  };
}

function read(rows: Locator): Promise<PickItem[]> {
  return rows.evaluateAll((elements) => {
    const textOf = (element: Element, selector: string) =>
      (element.querySelector(selector)?.textContent ?? '').trim();
    return elements
      .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
      .map((element) => ({
        label: textOf(element, '.label-name'),
        description: textOf(element, '.label-description'),
        detail: textOf(element, '.quick-input-list-label-meta'),
        checked:
          element.querySelector('.quick-input-list-checkbox.checked, input:checked') !== null,
      }));
  });
}

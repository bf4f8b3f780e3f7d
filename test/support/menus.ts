import type { Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** The context menu that is open. */
export interface Menus {
  /** Its entries from top to bottom, without separators. */
  items(): Promise<readonly string[]>;
  choose(label: string): Promise<void>;
  close(): Promise<void>;
}

/** The menus of a window. */
export function menusOf(page: Page): Menus {
  const labels = page.locator('.context-view .monaco-menu .action-item .action-label');
  return {
    async items() {
      await labels.first().waitFor();
      const all = await labels.allTextContents();
      return all.filter((label) => label !== '');
    },
    async choose(label) {
      const entry = labels.getByText(label, { exact: true });
      await entry.waitFor();
      // A menu takes no clicks in its first moments, lest the click that opened it chooses something.
      await eventually(async () => {
        if (await entry.isVisible()) await entry.click({ timeout: 2000 });
        await entry.waitFor({ state: 'hidden', timeout: 1000 });
      });
    },
    async close() {
      await page.keyboard.press('Escape');
      await labels.first().waitFor({ state: 'hidden' });
    },
  };
}

/** What the hover that is open, or is just about to open, says. */
export async function hoverText(page: Page, timeout = 30_000): Promise<string> {
  const hover = page.locator('.monaco-hover:visible, .workbench-hover:visible').first();
  await hover.waitFor({ timeout });
  return hover.innerText();
}

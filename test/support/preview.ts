import type { Frame, Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import { selectTextIn } from './textSelection.ts';

/** The reading view in front, a page inside the page. */
export interface Preview {
  /** Its document; waits until it is there and visible. */
  frame(): Promise<Frame>;
  /** Every visible reading view. */
  frames(): Promise<readonly Frame[]>;
  /** All that it shows, as text. */
  text(): Promise<string>;
  locator(selector: string): Promise<Locator>;
  /** Selects the first place of this text with the mouse; it may go over several blocks. */
  select(from: string, to?: string): Promise<void>;
  /** The selected text; empty if nothing is selected. */
  selectedText(): Promise<string>;
}

/** The reading views of a window. */
export function previewOf(page: Page): Preview {
  async function frames(): Promise<readonly Frame[]> {
    const shown: Frame[] = [];
    for (const frame of page.frames()) {
      if (!frame.url().includes('fake.html')) continue;
      const outer = frame.parentFrame();
      if (outer === null) continue;
      const visible = await (await outer.frameElement()).isVisible().catch(() => false);
      if (visible && (await frame.locator('body > *').count()) > 0) shown.push(frame);
    }
    return shown;
  }

  function frame(): Promise<Frame> {
    return eventually(async () => {
      const [first] = await frames();
      if (first === undefined) throw new Error('No reading view is shown');
      return first;
    }, 20_000);
  }

  return {
    frame,
    frames,
    text: async () => (await frame()).locator('body').innerText(),
    locator: async (selector) => (await frame()).locator(selector),
    select: async (from, to = from) => selectTextIn(page, await frame(), from, to),
    selectedText: async () => (await frame()).evaluate(() => getSelection()?.toString() ?? ''),
  };
}

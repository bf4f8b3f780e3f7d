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
  /** Selects the first place of this text, highlights it by the key, and waits for its mark. */
  highlight(text: string): Promise<void>;
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

  const select = async (from: string, to = from) => selectTextIn(page, await frame(), from, to);

  return {
    frame,
    frames,
    text: async () => (await frame()).locator('body').innerText(),
    locator: async (selector) => (await frame()).locator(selector),
    select,
    highlight: (text) =>
      // A key that comes while the focus enters the page, or before the page told of the selection, is lost.
      eventually(async () => {
        const marks = (await frame()).locator('mark');
        const before = await marks.count();
        await select(text);
        await page.keyboard.press('Control+Alt+H');
        await eventually(async () => {
          if ((await marks.count()) <= before) throw new Error(`“${text}” is not highlighted`);
        }, 5000);
      }),
    selectedText: async () => (await frame()).evaluate(() => getSelection()?.toString() ?? ''),
  };
}

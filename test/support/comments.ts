import type { Page } from 'playwright-core';

/** A comment in a thread as it is seen. */
export interface SeenComment {
  readonly author: string;
  readonly text: string;
  /** What stands beside the author, such as a category or status. */
  readonly label: string;
}

/** The comment threads that are unfolded in the text editors. */
export interface Comments {
  /** The comments of each thread, threads from top to bottom. */
  threads(): Promise<readonly (readonly SeenComment[])[]>;
  /** The heads of the threads. */
  heads(): Promise<readonly string[]>;
  /** Writes into the input of the thread that is in front, in place of what stands there. */
  write(text: string): Promise<void>;
  /** Presses a button of a thread or of a comment in it, by its name. */
  press(button: string): Promise<void>;
}

/** The comment threads of a window. */
export function commentsOf(page: Page): Comments {
  const widgets = page.locator('.review-widget:visible');
  return {
    threads: () =>
      widgets.evaluateAll((threads) =>
        threads.map((thread) =>
          [...thread.querySelectorAll('.review-comment')].map((comment) => {
            const textOf = (selector: string) =>
              (comment.querySelector(selector)?.textContent ?? '').trim();
            return {
              author: textOf('.author'),
              text: textOf('.comment-body'),
              label: textOf('.isPending'),
            };
          }),
        ),
      ),
    heads: () => widgets.locator('.review-title').allInnerTexts(),
    async write(text) {
      const input = widgets.locator('.monaco-editor').first();
      await input.click();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(text);
    },
    async press(button) {
      const named = widgets.locator(`[aria-label^="${button}"]:visible, .monaco-button:visible`);
      await widgets.locator('.review-comment, .body').first().hover();
      for (const each of await named.all()) {
        const label = (await each.getAttribute('aria-label')) ?? '';
        if (label.startsWith(button) || (await each.innerText()).trim() === button) {
          await each.click();
          return;
        }
      }
      throw new Error(`No button “${button}” in the comment threads`);
    },
  };
}

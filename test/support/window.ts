import type { Page } from 'playwright-core';

/** The parts of a window that are not an editor's. */
export interface Window {
  /** Texts of the notifications, newest first. */
  notifications(): Promise<readonly string[]>;
  /** Presses a button of a notification. */
  notificationAction(button: string): Promise<void>;
  /** The message of the modal dialog that is open. */
  dialog(): Promise<string>;
  dialogAction(button: string): Promise<void>;
  /** The titles of the tabs, group by group. */
  tabs(): Promise<readonly (readonly string[])[]>;
  /** The title of the tab in front in the active group, empty if there is none. */
  activeTab(): Promise<string>;
  /** Brings the first tab with this title to the front. */
  showTab(title: string): Promise<void>;
  /** The texts in the status bar, left to right. */
  statusBar(): Promise<readonly string[]>;
  /** The names of the buttons above the active editor. */
  editorActions(): Promise<readonly string[]>;
  /** Presses a button above the active editor. */
  editorAction(name: string): Promise<void>;
  /** The names of the containers in the activity bar. */
  containers(): Promise<readonly string[]>;
}

/** The window around the editors. */
export function windowOf(page: Page): Window {
  // A window that is driven by tests shows no toasts; its notifications are behind the bell.
  const center = page.locator('.notifications-center.visible');
  const openCenter = async (): Promise<void> => {
    if (await center.isVisible()) return;
    await page.locator('.statusbar-item[id="status.notifications"]').click();
    await center.waitFor();
  };
  const dialog = page.locator('.monaco-dialog-box');
  const activeGroup = page.locator('.editor-group-container.active');
  const actions = activeGroup.locator('.editor-actions .action-label[aria-label]');
  return {
    async notifications() {
      await openCenter();
      return center.locator('.notification-list-item-message').allTextContents();
    },
    async notificationAction(button) {
      await openCenter();
      await center.locator('.monaco-button').getByText(button, { exact: true }).first().click();
    },
    dialog: () => dialog.locator('.dialog-message-container').innerText(),
    async dialogAction(button) {
      await dialog.locator('.monaco-button').getByText(button, { exact: true }).click();
    },
    async tabs() {
      const groups = await page.locator('.editor-group-container').all();
      return Promise.all(
        groups.map((group) => group.locator('.tab .monaco-icon-label').allTextContents()),
      );
    },
    async activeTab() {
      const tabs = await activeGroup.locator('.tab.active .monaco-icon-label').allTextContents();
      return tabs[0] ?? '';
    },
    async showTab(title) {
      const tab = page.locator('.tab', { has: page.getByText(title, { exact: true }) }).first();
      await tab.click();
      await page.locator('.tab.active', { hasText: title }).first().waitFor();
    },
    async statusBar() {
      const items = page.locator('.statusbar-item:visible .statusbar-item-label');
      return (await items.allInnerTexts()).filter((text) => text.trim() !== '');
    },
    editorActions: () => actions.evaluateAll((all) => all.map((each) => each.ariaLabel ?? '')),
    editorAction: (action) =>
      activeGroup.locator(`.editor-actions [aria-label^="${action}"]`).first().click(),
    containers: () =>
      page
        .locator('.activitybar .composite-bar .action-item .action-label')
        .evaluateAll((all) => all.map((each) => each.ariaLabel ?? '')),
  };
}

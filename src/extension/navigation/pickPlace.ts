import * as vscode from 'vscode';
import type { RowPlace } from './revealRow.ts';

/** A line of a pick list that leads to a place; a separator leads nowhere. */
export interface PlaceItem extends vscode.QuickPickItem {
  readonly row: RowPlace | null;
}

/** How a pick list shows places. */
export interface PlacePick {
  readonly placeholder: string;
  readonly items: readonly PlaceItem[];
  /** The line to begin with. */
  readonly current: PlaceItem | undefined;
  readonly show: (row: RowPlace, preserveFocus: boolean) => Promise<void>;
  /** Has in front again what was there before. */
  goBack(): Promise<void>;
}

/** While a list moves, the passage is shown after this pause in milliseconds. */
const pause = 120;

/** Lets the analyst choose a place, showing each one while the list moves; goes back if none is chosen. */
export async function pickPlace(options: PlacePick): Promise<void> {
  const { items, current, show } = options;
  const pick = vscode.window.createQuickPick<PlaceItem>();
  pick.placeholder = options.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = items;
  if (current) pick.activeItems = [current];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const shown: Promise<void>[] = [];
  let first = true;

  const chosen = await new Promise<RowPlace | null>((resolve) => {
    pick.onDidChangeActive(([item]) => {
      clearTimeout(timer);
      // The list makes a line active by itself, before anybody moved.
      const isOwn = first;
      first = false;
      const row = item?.row;
      if (row && !isOwn) timer = setTimeout(() => shown.push(show(row, true)), pause);
    });
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.row ?? null);
    });
    pick.onDidHide(() => {
      resolve(null);
    });
    pick.show();
  });
  clearTimeout(timer);
  pick.dispose();
  await Promise.allSettled(shown);
  if (chosen) await show(chosen, false);
  else if (shown.length > 0) await options.goBack();
}

/** Text of a paper as a label: what looks like the name of an icon stays text. */
export function escapeIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}

/** A place in the page to come back to. */
interface Visit {
  readonly scroll: number;
  readonly focus: HTMLElement | null;
}

/** Where the reader was before following links inside the paper. */
export interface Visits {
  /** Remembers the present place and goes on to the next. */
  leave(go: () => void): void;
  /** Goes back or forward; false where there is nothing that way. */
  readonly back: () => boolean;
  readonly forward: () => boolean;
  /** Forgets all: another paper is shown. */
  clear(): void;
}

/** Starts with no places. `moveTo` scrolls the page. */
export function createVisits(moveTo: (scroll: number) => void): Visits {
  let behind: readonly Visit[] = [];
  let ahead: readonly Visit[] = [];
  const here = (): Visit => {
    const focus = document.activeElement;
    return { scroll: window.scrollY, focus: focus instanceof HTMLElement ? focus : null };
  };
  const come = ({ scroll, focus }: Visit): void => {
    moveTo(scroll);
    if (focus?.isConnected === true) focus.focus({ preventScroll: true });
  };
  return {
    leave: (go) => {
      behind = [...behind, here()];
      ahead = [];
      go();
    },
    back: () => {
      const visit = behind.at(-1);
      if (visit === undefined) return false;
      ahead = [...ahead, here()];
      behind = behind.slice(0, -1);
      come(visit);
      return true;
    },
    forward: () => {
      const visit = ahead.at(-1);
      if (visit === undefined) return false;
      behind = [...behind, here()];
      ahead = ahead.slice(0, -1);
      come(visit);
      return true;
    },
    clear: () => {
      behind = [];
      ahead = [];
    },
  };
}

/** How wide pages are shown. */
export interface Zoom {
  /** In CSS pixels. */
  readonly width: number;
  /** How much wider that is than the room for pages, in CSS pixels. */
  readonly beyond: number;
  dispose(): void;
}

/** Widest page at the usual size, in CSS pixels. */
const usual = 900;
const least = 0.4;
const most = 5;
const step = 1.2;

/** Pages fit the room that they have; the wheel with Ctrl and the keys + - 0 make them larger or smaller. */
export function createZoom(container: HTMLElement, changed: () => void): Zoom {
  let factor = 1;
  let room = roomIn(container);
  const change = (next: number): void => {
    factor = Math.min(most, Math.max(least, next));
    changed();
  };
  const wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    change(factor * (event.deltaY < 0 ? step : 1 / step));
  };
  const key = ({ key: name, ctrlKey, metaKey, altKey, target }: KeyboardEvent): void => {
    const isWriting = target instanceof HTMLElement && target.closest('textarea,input') !== null;
    if (ctrlKey || metaKey || altKey || isWriting) return;
    if (name === '+' || name === '=') change(factor * step);
    else if (name === '-') change(factor / step);
    else if (name === '0') change(1);
  };
  const resized = new ResizeObserver(() => {
    if (Math.abs(roomIn(container) - room) < 1) return;
    room = roomIn(container);
    changed();
  });
  resized.observe(container);
  container.addEventListener('wheel', wheel, { passive: false });
  document.addEventListener('keydown', key);
  // A page that is as sharp as the screen was is not when the window moves to another one.
  const density = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  density.addEventListener('change', changed);
  const width = (): number => Math.round(Math.min(room, usual) * factor);
  return {
    get width() {
      return width();
    },
    get beyond() {
      return Math.max(0, width() - room);
    },
    dispose() {
      resized.disconnect();
      container.removeEventListener('wheel', wheel);
      document.removeEventListener('keydown', key);
      density.removeEventListener('change', changed);
    },
  };
}

/** The width that is left inside the container's padding. */
function roomIn(container: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(container);
  return container.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}

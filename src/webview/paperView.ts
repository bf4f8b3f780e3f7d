import type { PartChange, RenderedPart } from '../core/rendering/renderedPaper.ts';
import { putInOrder } from './putInOrder.ts';
import { reconcile } from './reconcile.ts';
import { forgetText } from './textIndex.ts';

/** A part on the page. `part` is replaced when the part moves in the source or is changed. */
export interface ShownPart {
  part: RenderedPart;
  readonly element: HTMLElement;
}

/** The paper on the page, in the order in which it is read. */
export interface PaperView {
  readonly element: HTMLElement;
  readonly parts: readonly ShownPart[];
  /**
   * Applies a message's changes. `undress` is called with a part before its nodes are compared, to take
   * off what the page has added to it. Answers the parts that were put, or null, with nothing changed,
   * where the changes do not fit what is shown. `isAnew` makes the nodes of equal parts again too.
   */
  apply(
    changes: readonly PartChange[],
    undress: (shown: ShownPart) => void,
    isAnew?: boolean,
  ): readonly ShownPart[] | null;
}

/** An empty paper in `element`. `makeRoot` turns a part's HTML into its root element. */
export function createPaperView(
  element: HTMLElement,
  makeRoot: (html: string) => HTMLElement,
): PaperView {
  let parts: readonly ShownPart[] = [];
  return {
    element,
    get parts() {
      return parts;
    },
    apply: (changes, undress, isAnew = false) => {
      const plan = planChanges(parts, changes);
      if (plan === null) return null;
      const put: ShownPart[] = [];
      parts = plan.map(({ part, old }) => {
        const isSame = old?.part.html === part.html && !isAnew;
        const shown = isSame ? old : show(part, old, makeRoot, undress);
        shown.part = part;
        if (!isSame) put.push(shown);
        return shown;
      });
      putInOrder(
        element,
        parts.map((shown) => shown.element),
      );
      return put;
    },
  };
}

interface Planned {
  readonly part: RenderedPart;
  /** What stays on the page for it, to be moved or made like it. */
  readonly old: ShownPart | null;
}

function planChanges(
  parts: readonly ShownPart[],
  changes: readonly PartChange[],
): readonly Planned[] | null {
  const plan: Planned[] = [];
  const kept = new Set<ShownPart>();
  for (const change of changes) {
    if (!('keep' in change)) continue;
    const run = parts.slice(change.keep, change.keep + change.count);
    if (change.keep < 0 || run.length !== change.count) return null;
    for (const old of run) kept.add(old);
  }
  const free = parts.filter((old) => !kept.has(old));
  for (const change of changes) {
    if ('put' in change) {
      const at = free.findIndex((old) => old.part.kind === change.put.kind);
      const [old = null] = at === -1 ? [] : free.splice(at, 1);
      plan.push({ part: change.put, old });
      continue;
    }
    for (const old of parts.slice(change.keep, change.keep + change.count)) {
      plan.push({ part: moved(old.part, change.shift), old });
    }
  }
  return plan;
}

function moved(part: RenderedPart, shift: number): RenderedPart {
  if (shift === 0) return part;
  const { start, end } = part.range;
  return { ...part, range: { start: start + shift, end: end + shift } };
}

function show(
  part: RenderedPart,
  old: ShownPart | null,
  makeRoot: (html: string) => HTMLElement,
  undress: (shown: ShownPart) => void,
): ShownPart {
  const next = makeRoot(part.html);
  if (old?.element.tagName !== next.tagName) {
    old?.element.remove();
    return { part, element: next };
  }
  undress(old);
  reconcile(old.element, next);
  forgetText(old.element);
  return old;
}

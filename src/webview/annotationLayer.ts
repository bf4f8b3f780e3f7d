import type { Category } from '../core/annotations/annotation.ts';
import type { PlacedAnnotation } from '../core/protocol.ts';
import { coverageOf, drawHighlights, eraseHighlights, nameOf } from './highlights.ts';
import { keepSelection } from './keepSelection.ts';
import type { ShownPart } from './paperView.ts';

/** The highlights in the paper. */
export interface AnnotationLayer {
  /** Brings the marks up to date, and touches only parts whose marks change. */
  draw(
    parts: readonly ShownPart[],
    placed: readonly PlacedAnnotation[],
    categories: readonly Category[],
  ): void;
  /** Takes the marks off a part whose nodes are about to be compared. */
  undress(shown: ShownPart): void;
  /** Rings the pieces of one annotation, or of none. */
  select(id: string | null): void;
}

/** A layer without marks. */
export function createAnnotationLayer(): AnnotationLayer {
  const drawn = new WeakMap<HTMLElement, string>();
  let selected: string | null = null;
  const ring = (): void => {
    for (const mark of document.querySelectorAll<HTMLElement>('mark[data-ids]')) {
      const isSelected = selected !== null && mark.dataset['ids']?.split(' ').includes(selected);
      mark.classList.toggle('selected', isSelected === true);
    }
  };
  return {
    draw: (parts, placed, categories) => {
      const byId = new Map(placed.map((each) => [each.annotation.id, each]));
      const begun = new Set<string>();
      keepSelection(parts, () => {
        for (const shown of parts) {
          const coverage = coverageOf(shown, placed);
          const key = coverage.length === 0 ? '' : keyOf(coverage, byId, categories, begun);
          if ((drawn.get(shown.element) ?? '') !== key) {
            eraseHighlights(shown.element);
            if (coverage.length > 0) drawHighlights(shown, coverage, byId, categories, begun);
            drawn.set(shown.element, key);
          }
          for (const { id } of coverage) begun.add(id);
        }
        ring();
      });
    },
    undress: ({ element }) => {
      eraseHighlights(element);
      drawn.delete(element);
    },
    select: (id) => {
      selected = id;
      ring();
    },
  };
}

function keyOf(
  coverage: ReturnType<typeof coverageOf>,
  byId: ReadonlyMap<string, PlacedAnnotation>,
  categories: readonly Category[],
  begun: ReadonlySet<string>,
): string {
  const looks = coverage.map(({ id, spans, length }) => {
    const one = byId.get(id);
    const name = one === undefined ? '' : nameOf(one, categories);
    return [id, spans, length, name, one?.annotation.category, begun.has(id)];
  });
  return JSON.stringify([looks, categories]);
}

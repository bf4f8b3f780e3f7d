import type { Category } from '../core/annotations/annotation.ts';

/** A category that the settings do not know any more keeps its annotations readable. */
function unknownCategory(id: string): Category {
  return { id, name: id, letter: id.slice(0, 1).toUpperCase(), color: 'foreground' };
}

/** The category with this id. */
export function categoryOf(categories: readonly Category[], id: string): Category {
  return categories.find((category) => category.id === id) ?? unknownCategory(id);
}

/** A category's colour for a style sheet: a theme colour's variable, or the hex colour itself. */
export function colorOf({ color }: Category): string {
  if (/^#[0-9a-f]{3,8}$/i.test(color)) return color;
  return `var(--vscode-${color.replace(/[^\w-]/g, '-')})`;
}

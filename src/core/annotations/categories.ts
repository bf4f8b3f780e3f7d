import * as z from 'zod/mini';
import type { Category } from './annotation.ts';

/** A setting's entries that are sound, and what is wrong with the others, by their index. */
export interface ReadCategories {
  readonly categories: readonly Category[];
  readonly problems: readonly { readonly index: number; readonly problem: CategoryProblem }[];
}

/** What can be wrong with an entry. */
export type CategoryProblem = 'incomplete' | 'letter' | 'color' | 'repeated';

const entry = z.object({
  id: z.optional(z.string()),
  name: z.string(),
  letter: z.string(),
  color: z.string(),
});
const hexColor = /^#(?:[0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})$/iu;
const themeColor = /^[a-z][\w-]*(?:\.[\w-]+)+$/iu;

/**
 * Reads categories as written in the settings. An entry without an id is known by its name in small
 * letters. A letter is one character, so that it fits into the margin.
 */
export function readCategories(setting: unknown): ReadCategories {
  const categories: Category[] = [];
  const problems: { index: number; problem: CategoryProblem }[] = [];
  for (const [index, value] of (Array.isArray(setting) ? setting : []).entries()) {
    const category = readCategory(value, categories);
    if (typeof category === 'string') problems.push({ index, problem: category });
    else categories.push(category);
  }
  return { categories, problems };
}

function readCategory(value: unknown, before: readonly Category[]): Category | CategoryProblem {
  const read = entry.safeParse(value);
  if (!read.success || read.data.name.trim() === '') return 'incomplete';
  const name = read.data.name.trim();
  const letter = read.data.letter.trim();
  const color = read.data.color.trim();
  const id = read.data.id?.trim() ?? name.toLowerCase();
  if (Array.from(letter).length !== 1) return 'letter';
  if (!hexColor.test(color) && !themeColor.test(color)) return 'color';
  if (id === '' || before.some((other) => other.id === id)) return 'repeated';
  return { id, name, letter, color };
}

/**
 * The category with this id. One that is not in the settings any more is shown under its id, so that
 * its annotations stay visible.
 */
export function categoryOf(categories: readonly Category[], id: string): Category {
  return (
    categories.find((category) => category.id === id) ?? {
      id,
      name: id,
      letter: Array.from(id)[0]?.toUpperCase() ?? '?',
      color: '#808080',
    }
  );
}

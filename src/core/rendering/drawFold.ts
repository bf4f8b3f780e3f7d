import type { Role } from '../paper/paper.ts';
import { escapeHtml, type Drawing } from './drawing.ts';
import type { RenderingWords } from './renderingWords.ts';
import type { Unit } from './units.ts';

/** At most this many cues are named on the line of a fold. */
const mostReasons = 4;

/** The inside of a fold: a line that says how much is folded and why, and the content below it. */
export function drawFold(drawing: Drawing, units: readonly Unit[], content: string): string {
  const { text, words } = drawing.page;
  const lines = units
    .flatMap(({ range }) => text.slice(range.start, range.end).split(/\r\n?|\n/u))
    .filter((line) => line.trim() !== '').length;
  const label = escapeHtml(words.folded(roleOf(units), lines, reasonsOf(units, words)));
  const toggles =
    `<span class="show">${escapeHtml(words.show)}</span>` +
    `<span class="hide">${escapeHtml(words.hide)}</span>`;
  return `<summary data-generated><span class="label">${label}</span> ${toggles}</summary><div class="folded">${content}</div>`;
}

/** What all units are, or site text where they differ. */
function roleOf(units: readonly Unit[]): Role {
  const [first = 'siteText', ...others] = new Set(units.map(({ role }) => role));
  return others.length === 0 ? first : 'siteText';
}

/** The cues that fold the most blocks; what is not site text by itself is called by its name. */
function reasonsOf(units: readonly Unit[], { things }: RenderingWords): readonly string[] {
  if (roleOf(units) !== 'siteText') return [];
  const counts = new Map<string, number>();
  for (const { role, blocks } of units)
    for (const { evidence } of blocks) {
      const reason = things[role] ?? evidence;
      if (reason !== '') counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  const most = [...counts].sort(([, one], [, other]) => other - one);
  return most.slice(0, mostReasons).map(([reason]) => reason);
}

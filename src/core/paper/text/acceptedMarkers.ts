import { asLetter, markerOf, type Marker } from './markers.ts';
import type { Line } from './lines.ts';
import { continues, type Wrapping } from './wrapping.ts';

/** How many lines apart two items of a list with a weak sign may stand. */
const reach = 40;

interface Found {
  readonly index: number;
  readonly marker: Marker;
}

/** The lines that begin a list item: weak signs and numbers only where a sibling bears them out. */
export function acceptedMarkers(
  lines: readonly Line[],
  wrapping: Wrapping | null,
): ReadonlyMap<Line, Marker> {
  const groups = new Map<string, Found[]>();
  const accepted = new Map<Line, Marker>();
  const propose = (key: string, found: Found): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [found]);
    else group.push(found);
  };
  lines.forEach((line, index) => {
    const marker = line.cue === null ? markerOf(line) : null;
    if (marker === null) return;
    if (!marker.weak) {
      accepted.set(line, marker);
      return;
    }
    const before = lines[index - 1];
    const isInWords =
      marker.ordinal === null &&
      before !== undefined &&
      markerOf(before) === null &&
      !/[:;.]$/u.test(before.text) &&
      continues(before, line, wrapping);
    if (isInWords) return;
    for (const reading of [asLetter(marker), marker]) {
      if (reading === null) continue;
      propose(`${reading.family} from ${line.indent}`, { index, marker: reading });
      // Numbers are often set right-aligned.
      const until = line.indent + (reading.ordinal?.length ?? 0);
      propose(`${reading.family} until ${until}`, { index, marker: reading });
    }
  });
  for (const group of groups.values()) {
    group.forEach((found, at) => {
      const line = lines[found.index];
      if (line === undefined || !isBorneOut(found, group[at - 1], group[at + 1])) return;
      const held = accepted.get(line);
      // A letter that follows its neighbour in the alphabet is a letter, not a roman number.
      if (held === undefined || found.marker.family.startsWith('a')) {
        accepted.set(line, found.marker);
      }
    });
  }
  return accepted;
}

function isBorneOut(
  { index, marker }: Found,
  before: Found | undefined,
  after: Found | undefined,
): boolean {
  if (marker.ordinal === null) {
    const near = (other: Found | undefined): boolean =>
      other !== undefined && Math.abs(other.index - index) <= reach;
    return near(before) || near(after);
  }
  return before?.marker.value === marker.value - 1 || after?.marker.value === marker.value + 1;
}

/** Beyond this a pattern multiplies too far to be meant; it is used as it stands. */
const mostAlternatives = 64;

/**
 * One pattern that matches what any of the patterns matches, or null for none. Groups in braces are
 * multiplied out, as VS Code's patterns know no group inside another.
 */
export function joinGlobs(globs: readonly string[]): string | null {
  const flat = [...new Set(globs.flatMap(expandBraces))].filter((glob) => glob !== '');
  if (flat.length <= 1) return flat[0] ?? null;
  return `{${flat.join(',')}}`;
}

/** The patterns that are switched on in a setting such as `files.exclude`. */
export function enabledGlobs(setting: unknown): readonly string[] {
  if (typeof setting !== 'object' || setting === null) return [];
  return Object.entries(setting)
    .filter(([, value]) => value === true)
    .map(([glob]) => glob);
}

/** `a{b,c}d` as `abd` and `acd`; an unclosed brace stands for itself. */
export function expandBraces(glob: string): readonly string[] {
  let expanded: readonly string[] = [glob];
  while (expanded.some(hasGroup)) {
    const next: readonly string[] = [...new Set(expanded.flatMap(expandInnermost))];
    if (next.length > mostAlternatives) return [glob];
    expanded = next;
  }
  return expanded;
}

const innermostGroup = /\{([^{}]*)\}/u;

function hasGroup(glob: string): boolean {
  return innermostGroup.test(glob);
}

function expandInnermost(glob: string): readonly string[] {
  const group = innermostGroup.exec(glob);
  if (group === null) return [glob];
  const before = glob.slice(0, group.index);
  const after = glob.slice(group.index + group[0].length);
  return (group[1] ?? '').split(',').map((choice) => before + choice + after);
}

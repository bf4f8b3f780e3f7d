/** A value with what is nested below it. */
export interface Nested<Value> {
  readonly value: Value;
  readonly children: readonly Nested<Value>[];
}

interface Open<Value> {
  readonly value: Value;
  readonly depth: number;
  readonly children: Open<Value>[];
}

/** A flat list in reading order made into a forest by depth; a skipped depth nests one step only. */
export function nest<Value>(
  values: readonly Value[],
  depthOf: (value: Value) => number,
): readonly Nested<Value>[] {
  const roots: Open<Value>[] = [];
  const path: Open<Value>[] = [];
  for (const value of values) {
    const opened: Open<Value> = { value, depth: depthOf(value), children: [] };
    while ((path.at(-1)?.depth ?? -Infinity) >= opened.depth) path.pop();
    (path.at(-1)?.children ?? roots).push(opened);
    path.push(opened);
  }
  return roots;
}

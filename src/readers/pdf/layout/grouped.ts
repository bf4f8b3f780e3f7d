/** Values by their key, in order of first appearance. */
export function grouped<T, K>(values: Iterable<T>, keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** The key that has most weight, the first of several; null for none. */
export function commonest<K>(values: Iterable<readonly [key: K, weight: number]>): K | null {
  const weights = new Map<K, number>();
  for (const [key, weight] of values) weights.set(key, (weights.get(key) ?? 0) + weight);
  let best: K | null = null;
  let most = 0;
  for (const [key, weight] of weights) if (weight > most) [best, most] = [key, weight];
  return best;
}

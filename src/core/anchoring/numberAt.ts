/** An item of a list of numbers, for an index that is in it. */
export function numberAt(list: Int32Array, index: number): number {
  return list[index] ?? 0;
}

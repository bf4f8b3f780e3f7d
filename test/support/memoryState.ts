import type { KeyValueStore } from '../../src/core/store/stateRecords.ts';

/** A state in memory that keeps values as JSON, as VS Code does, and can be made to fail. */
export interface MemoryState extends KeyValueStore {
  readonly values: Map<string, string>;
  failing: boolean;
}

/** A state with these values. */
export function memoryState(values: Readonly<Record<string, unknown>> = {}): MemoryState {
  const entries = Object.entries(values).map(([name, value]): [string, string] => [
    name,
    JSON.stringify(value),
  ]);
  const state: MemoryState = {
    values: new Map(entries),
    failing: false,
    keys: () => [...state.values.keys()],
    get: (name) => {
      const value = state.values.get(name);
      return value === undefined ? undefined : (JSON.parse(value) as unknown);
    },
    async update(name, value) {
      await Promise.resolve();
      if (state.failing) throw new Error('The disk is full.');
      if (value === undefined) state.values.delete(name);
      else state.values.set(name, JSON.stringify(value));
    },
  };
  return state;
}

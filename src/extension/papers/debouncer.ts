/** Runs what is asked for often: the first time at once, then not before a pause is over. */
export interface Debouncer {
  /** `cost` is what the run will take, in milliseconds: dear runs leave more time to the typist. */
  run(key: string, cost: number, action: () => void): void;
  cancel(key: string): void;
  dispose(): void;
}

/** Shortest pause, in milliseconds: short enough to feel live. */
const shortest = 100;
const longest = 2000;
/** A run takes at most a fifth of the time. */
const pausePerCost = 4;

export function createDebouncer(): Debouncer {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const lastRuns = new Map<string, number>();

  const cancel = (key: string) => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };

  return {
    run(key, cost, action) {
      if (timers.has(key)) return;
      const pause = Math.min(longest, Math.max(shortest, cost * pausePerCost));
      const sinceLast = performance.now() - (lastRuns.get(key) ?? -Infinity);
      const execute = () => {
        timers.delete(key);
        lastRuns.set(key, performance.now());
        action();
      };
      timers.set(key, setTimeout(execute, Math.max(0, pause - sinceLast)));
    },
    cancel(key) {
      cancel(key);
      lastRuns.delete(key);
    },
    dispose() {
      for (const key of [...timers.keys()]) cancel(key);
    },
  };
}

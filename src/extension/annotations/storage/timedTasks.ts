import type * as vscode from 'vscode';

/** Tasks that are run after a pause, each by its name. */
export interface TimedTasks {
  /** Runs a task after some milliseconds, once for all who ask meanwhile. Failures wait for the next time. */
  readonly later: (name: string, pause: number, task: () => Promise<void>) => void;
  dispose(): void;
}

/** No tasks yet; none is begun any more once it is disposed. */
export function createTimedTasks(log: vscode.LogOutputChannel): TimedTasks {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const running = new Set<string>();
  const troubles = new Map<string, string>();
  let isDisposed = false;

  function later(name: string, pause: number, task: () => Promise<void>): void {
    if (isDisposed || timers.has(name)) return;
    const run = async () => {
      timers.delete(name);
      if (running.has(name)) {
        later(name, pause, task);
        return;
      }
      running.add(name);
      await task().then(
        () => troubles.delete(name),
        (error: unknown) => {
          // What fails every second is said once.
          if (troubles.get(name) === String(error)) return;
          troubles.set(name, String(error));
          log.warn(`Annotations: ${name}`, String(error));
        },
      );
      running.delete(name);
    };
    timers.set(
      name,
      setTimeout(() => void run(), pause),
    );
  }

  return {
    later,
    dispose() {
      isDisposed = true;
      timers.forEach((timer) => {
        clearTimeout(timer);
      });
    },
  };
}

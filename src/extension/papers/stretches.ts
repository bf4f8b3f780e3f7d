import type { Steps } from '../../core/paper/steps.ts';

/** Longest time in milliseconds for which work keeps the host from other work, but for a single step. */
const longestStretch = 8;

/** A pause that lets others work, if there has been none for as long as work may go on. */
export function createPause(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestStretch) return;
    await nextTask();
    since = performance.now();
  };
}

/** Goes on with the steps for one stretch; null while some are left. */
export function workOn<T>(steps: Steps<T>): { readonly result: T } | null {
  const started = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return { result: step.value };
    if (performance.now() - started >= longestStretch) return null;
  }
}

/** Does all of the steps, in stretches between which others work; null as soon as nobody wants it. */
export async function inStretches<T>(
  steps: Steps<T>,
  isUnwanted: () => boolean,
): Promise<T | null> {
  for (;;) {
    const done = workOn(steps);
    if (done !== null) return done.result;
    await nextTask();
    if (isUnwanted()) return null;
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

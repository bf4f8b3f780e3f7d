/** Longest time in milliseconds for which parsing keeps the host from other work, but for a single step. */
const longestStretch = 8;

/** A pause that lets others work, if there has been none for as long as parsing may go on. */
export function createPause(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestStretch) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}

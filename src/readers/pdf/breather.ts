/** Work goes on for so long, in milliseconds, before others get their turn. */
const STRETCH = 20;

/**
 * A function to await between pieces of work: now and then it lets others have their turn, and it throws
 * once the signal is aborted. What comes out of the work doesn't depend on when that was.
 */
export function breather(signal: AbortSignal | undefined): () => Promise<void> {
  let began = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - began < STRETCH) return;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 0);
    });
    began = performance.now();
    signal?.throwIfAborted();
  };
}

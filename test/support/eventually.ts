const pause = 50;

/**
 * Tries until `attempt` no longer throws, and gives what it returned; its last error after `timeout`
 * milliseconds. Put assertions on what is seen in it: the screen follows a moment later.
 */
export async function eventually<T>(attempt: () => Promise<T> | T, timeout = 20_000): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** A part of the extension that is a file of its own, loaded when it is first wanted. */
export interface Part<T> {
  /** Null until it is loaded. */
  readonly now: T | null;
  /** Loads the part if it is not there; rejects if its file can't be loaded. */
  load(): Promise<T>;
}

/** `load` imports a module, of which the build makes a file of its own with what nothing else imports. */
export function createPart<T>(load: () => Promise<T>): Part<T> {
  let now: T | null = null;
  let coming: Promise<T> | null = null;
  const begin = async () => {
    try {
      now = await load();
      return now;
    } finally {
      coming = null;
    }
  };
  return {
    get now() {
      return now;
    },
    load: async () => now ?? (coming ??= begin()),
  };
}

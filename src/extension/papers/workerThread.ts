/** A script that runs beside the host and can be ended at any moment. */
export interface WorkerThread {
  post(message: unknown, transfer: readonly ArrayBuffer[]): void;
  terminate(): void;
}

/** What is heard of a worker. After `failed` it is of no more use. */
export interface WorkerEvents {
  readonly message: (message: unknown) => void;
  readonly failed: (reason: 'memory' | 'error', detail: string) => void;
}

/** Most memory that a worker may take for objects, in megabytes; where that can be bounded. */
const memoryLimit = 1024;

/**
 * Starts a Web Worker script. In a web-worker host that is a Web Worker; Node has none, but threads:
 * there the script is given the two names by which a Web Worker talks.
 */
export function startWorker(script: string, events: WorkerEvents): WorkerThread {
  return typeof Worker === 'function'
    ? startWebWorker(script, events)
    : startThread(script, events);
}

function startWebWorker(script: string, events: WorkerEvents): WorkerThread {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.onmessage = ({ data }) => {
    events.message(data);
  };
  worker.onerror = ({ message }) => {
    events.failed('error', message);
  };
  return {
    post(message, transfer) {
      worker.postMessage(message, [...transfer]);
    },
    terminate() {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

/** The part of Node's `worker_threads` that is used. */
interface Threads {
  readonly Worker: new (
    script: string,
    options: object,
  ) => {
    on(event: 'message' | 'error', listener: (value: unknown) => void): void;
    on(event: 'exit', listener: (code: number) => void): void;
    postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
    terminate(): Promise<number>;
  };
}

/** Makes a thread of Node look like a Web Worker to the script that follows. */
const likeWebWorker = `{
  const { parentPort } = require('node:worker_threads');
  globalThis.self = globalThis;
  globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
  parentPort.on('message', (data) => globalThis.onmessage?.({ data }));
}
`;

function startThread(script: string, events: WorkerEvents): WorkerThread {
  const { process } = globalThis as unknown as {
    readonly process: { getBuiltinModule(name: string): Threads };
  };
  // Asked for by name at run time: one bundle serves both hosts, and a web worker has no such module.
  const { Worker: Thread } = process.getBuiltinModule('node:worker_threads');
  const thread = new Thread(likeWebWorker + script, {
    eval: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    // What a parser prints may hold text of the paper: it is in nobody's log.
    stdout: true,
    stderr: true,
  });
  let ended = false;
  const fail = (reason: 'memory' | 'error', detail: string) => {
    if (!ended) events.failed(reason, detail);
    ended = true;
  };
  thread.on('message', events.message);
  thread.on('error', (error) => {
    const { code, message } = error as { readonly code?: string; readonly message?: string };
    fail(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'error', message ?? String(error));
  });
  thread.on('exit', (code) => {
    fail('error', `exit ${code}`);
  });
  return {
    post(message, transfer) {
      thread.postMessage(message, transfer);
    },
    terminate() {
      ended = true;
      void thread.terminate();
    },
  };
}

import type { MendAnswer, MendRequest } from '../../core/mendingProtocol.ts';
import { fetched, startWorker } from './resources.ts';

/**
 * The PDF at an address as its reader read it: mended if its end is missing, or if it `isDamaged`. The same
 * code does so, in a worker of its own, since the numbers of pages and text items have to be the same.
 */
export async function mendedFile(
  file: string,
  resources: string,
  isDamaged: boolean,
): Promise<MendAnswer> {
  const worker = await startWorker(`${resources}pages/mending.js`);
  try {
    const bytes = new Uint8Array(await (await fetched(file)).arrayBuffer());
    return await answerOf(worker, { bytes, isDamaged });
  } finally {
    worker.terminate();
  }
}

function answerOf(worker: Worker, request: MendRequest): Promise<MendAnswer> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<MendAnswer>) => {
      resolve(data);
    });
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(message));
    });
    worker.postMessage(request, [request.bytes.buffer]);
  });
}

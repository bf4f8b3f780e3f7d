// npm run --silent inspect -- FILE
// Prints what is read of a paper as one JSON object. An unreadable file: one line and the exit code 1. Reading
// runs in a thread of its own, which is ended when it takes too long or too much memory.
import process from 'node:process';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { loadCore, loadReaders } from './loadCore.mjs';
import { PlainError, main } from './project.mjs';
import { readPaperFile } from './readPaperFile.mjs';

/** Milliseconds that a file may take, and megabytes that the objects read from it may. */
const longest = 50_000;
const mostMemory = 1_000;

if (isMainThread) {
  await main(async () => {
    const [file, ...more] = process.argv.slice(2);
    if (file === undefined || more.length > 0)
      throw new PlainError('Usage: npm run inspect -- FILE');
    // What has to be built is built before the clock runs.
    await Promise.all([loadCore(), loadReaders()]);
    const report = await reportOn(file);
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  });
} else parentPort.postMessage(await answerFor(workerData));

/** The report on a file, made in a thread; fails with a plain message where there is none. */
async function reportOn(file) {
  const thread = new Worker(new URL(import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  const answer = await new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve({ problem: `${file} takes too long to be read.` }),
      longest,
    );
    const settle = (value) => {
      clearTimeout(timer);
      resolve(value);
    };
    thread.once('message', settle);
    thread.once('error', ({ code }) =>
      settle({
        problem:
          code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? `${file} takes too much memory to be read.`
            : `${file} can't be read: its reader failed.`,
      }),
    );
  });
  await thread.terminate();
  if (answer.problem !== undefined) throw new PlainError(answer.problem);
  return answer.report;
}

async function answerFor(file) {
  try {
    const { paper, notes } = await readPaperFile(file);
    const { summarizePaper } = await loadCore();
    const report = summarizePaper(paper);
    return { report: { ...report, problems: [...notes, ...report.problems] } };
  } catch (error) {
    if (error instanceof PlainError) return { problem: error.message };
    throw error;
  }
}

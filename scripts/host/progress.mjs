import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';

/**
 * Says what is going on and how long it took; in a terminal the seconds run.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function showProgress(what, work) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  process.stdout.write(`${what} …`);
  const timer = process.stdout.isTTY
    ? setInterval(() => process.stdout.write(`\r${what} … ${seconds()} s`), 1000)
    : undefined;
  try {
    const result = await work();
    process.stdout.write(
      process.stdout.isTTY ? `\r${what} … done, ${seconds()} s\n` : ` ${seconds()} s\n`,
    );
    return result;
  } catch (error) {
    process.stdout.write(' failed\n');
    throw error;
  } finally {
    clearInterval(timer);
  }
}

import { spawn, spawnSync } from 'node:child_process';
import process from 'node:process';

const running = new Set();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Starts a program that ends, with all that it started, when this script ends for whatever reason.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startBound(program, args, options) {
  // A process group of its own, so that one signal reaches the grandchildren too.
  const child = spawn(program, args, { ...options, detached: process.platform !== 'win32' });
  if (running.size === 0) {
    process.once('exit', endAll);
    for (const signal of signals) process.once(signal, endAllAndExit);
  }
  running.add(child);
  return child;
}

/**
 * Ends a program that was started with {@link startBound}, and all that it started.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export function endTree(child) {
  running.delete(child);
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
}

function endAll() {
  for (const child of running) endTree(child);
}

function endAllAndExit() {
  process.exit(130);
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../project.mjs';

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */
/** @typedef {Counts & {files?: Record<string, Counts>}} Totals */

const folder = path.join(root, 'out/results');
const fileOf = (/** @type {string} */ suite) => path.join(folder, `${suite}.json`);

/**
 * Leaves the totals of a suite for `npm test` to sum up.
 *
 * @param {string} suite
 * @param {Totals} totals
 */
export function writeTotals(suite, totals) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(suite), JSON.stringify(totals));
}

/**
 * The totals that a suite left since they were last taken, or null if it did not get so far.
 *
 * @param {string} suite
 * @returns {Totals | null}
 */
export function takeTotals(suite) {
  try {
    const totals = JSON.parse(readFileSync(fileOf(suite), 'utf8'));
    rmSync(fileOf(suite));
    return totals;
  } catch {
    return null;
  }
}

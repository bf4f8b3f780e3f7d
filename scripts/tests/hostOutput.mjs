import { writeTotals } from './totals.mjs';

const mark = 'tests> ';

/**
 * Passes on what the tests in an extension host print, out of all that the host logs, and keeps their
 * totals.
 *
 * @param {string} output one line or more
 */
export function passOnTestOutput(output) {
  for (const line of output.split('\n')) {
    const start = line.indexOf(mark);
    if (start < 0) continue;
    const said = line.slice(start + mark.length);
    const totals = /^totals (\{.*\})\s*$/.exec(said)?.[1];
    if (totals) writeTotals('extension', JSON.parse(totals));
    else console.log(said);
  }
}

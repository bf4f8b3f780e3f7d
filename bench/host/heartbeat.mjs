// A heart that beats in the extension host: what keeps it from beating keeps VS Code's commands and all
// other extensions waiting.

/**
 * Watches the host while something is done there. A stretch is the time between two beats, less the
 * millisecond that there is anyway; beside it what the host's own thread worked in it, since on a busy
 * machine others take time too.
 */
export async function watched(work) {
  const stretches = [];
  let last = performance.now();
  let lastOwn = process.threadCpuUsage();
  let beating = true;
  const beat = () => {
    const now = performance.now();
    const { user, system } = process.threadCpuUsage(lastOwn);
    stretches.push({ clock: now - last - 1, own: (user + system) / 1000 });
    last = now;
    lastOwn = process.threadCpuUsage();
    if (beating) setTimeout(beat, 1);
  };
  const started = last;
  setTimeout(beat, 1);
  await work();
  beating = false;
  beat();
  const clocks = stretches.map(({ clock }) => clock);
  const owns = stretches.map(({ own }) => own);
  return {
    milliseconds: performance.now() - started,
    own: owns.reduce((sum, own) => sum + own, 0),
    longest: Math.max(...clocks),
    longestOwn: Math.max(...owns),
    overClock: clocks.filter((clock) => clock > 50).length,
    overOwn: owns.filter((own) => own > 50).length,
  };
}

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// Verdicts and sums.

/**
 * 'right'         at least 0.8 of the truth and 0.8 of the answer in common
 * 'clipped'       touches the true place, but covers too little of it or too much beside it
 * 'misplaced'     somewhere else altogether, or anchored although the text is gone
 * 'false-orphan'  given up although present
 * 'right-orphan'  given up, and rightly so
 */
function verdict(item, answer) {
  const { truth, accept } = item;
  if (!answer)
    return truth === null || accept === 'truth-or-orphan' ? 'right-orphan' : 'false-orphan';
  if (!truth) return 'misplaced';
  const shared = Math.min(truth.end, answer.end) - Math.max(truth.start, answer.start);
  if (shared >= 0.8 * (truth.end - truth.start) && shared >= 0.8 * (answer.end - answer.start))
    return 'right';
  return shared > 0 ? 'clipped' : 'misplaced';
}

/** A tally of nothing yet. */
export const emptyTally = () => ({
  n: 0,
  present: 0,
  absent: 0,
  right: 0,
  wrong: 0,
  clipped: 0,
  falseOrphan: 0,
  rightOrphan: 0,
  wrongAbsent: 0,
  exactEdges: 0,
});

export function addTo(t, item, answer) {
  const v = verdict(item, answer);
  t.n++;
  const absent = item.truth === null;
  if (absent) t.absent++;
  else t.present++;
  if (v === 'right') {
    t.right++;
    if (answer.start === item.truth.start && answer.end === item.truth.end) t.exactEdges++;
  } else if (v === 'misplaced' || v === 'clipped') {
    t.wrong++;
    if (v === 'clipped') t.clipped++;
    if (absent) t.wrongAbsent++;
  } else if (v === 'false-orphan') t.falseOrphan++;
  else t.rightOrphan++;
  return v;
}

/** recall over present quotes; wrong (= clipped + misplaced) over all; false orphans over present; accuracy = every right verdict over all. */
export function rates(t) {
  const presentRight = t.right;
  const acceptedOrphan = t.rightOrphan - (t.absent - t.wrongAbsent); // orphaned although present, where that is accepted
  return {
    n: t.n,
    recall: t.present ? (presentRight + Math.max(0, acceptedOrphan)) / t.present : null,
    wrong: t.n ? t.wrong / t.n : null,
    misplaced: t.n ? (t.wrong - t.clipped) / t.n : null,
    falseOrphan: t.present ? t.falseOrphan / t.present : null,
    orphanKept: t.absent ? (t.absent - t.wrongAbsent) / t.absent : null,
    accuracy: t.n ? (t.right + t.rightOrphan) / t.n : null,
    exactEdges: t.right ? t.exactEdges / t.right : null,
  };
}

/** The middle value of a list. */
export const median = (list) => {
  const a = list.slice().sort((x, y) => x - y);
  const m = a.length >> 1;
  return a.length % 2 ? a[m] : (a[m - 1] + a[m]) / 2;
};
/** The value that a share of the list does not exceed. */
export const percentile = (list, p) => {
  const a = list.slice().sort((x, y) => x - y);
  return a[Math.min(a.length - 1, Math.ceil(p * a.length) - 1)];
};

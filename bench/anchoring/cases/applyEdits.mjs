// Edits with provenance. Every character of the revised text remembers which character of the base text it is
// (or stands in for), so the true place of each annotation is known by construction.

/**
 * order: list of {a,b} source ranges or {text} inserted blocks, in output order.
 * replaces: non-overlapping {a,b,text}; its text stands in for base characters a..b (or for none when a === b).
 */
export function applyEdits(src, order, replaces) {
  const sorted = replaces.slice().sort((x, y) => x.a - y.a || x.b - y.b);
  for (let i = 1; i < sorted.length; i++)
    if (sorted[i].a < sorted[i - 1].b) throw new Error('overlapping edits');
  const parts = [];
  const maps = [];
  const lower = (pos) => {
    let lo = 0,
      hi = sorted.length;
    while (lo < hi) {
      const m = (lo + hi) >> 1;
      if (sorted[m].a < pos) lo = m + 1;
      else hi = m;
    }
    return lo;
  };
  const keep = (a, b) => {
    if (b <= a) return;
    parts.push(src.slice(a, b));
    const m = new Int32Array(b - a);
    for (let i = 0; i < m.length; i++) m[i] = a + i;
    maps.push(m);
  };
  for (const item of order) {
    if (item.text !== undefined) {
      parts.push(item.text);
      maps.push(new Int32Array(item.text.length).fill(-1));
      continue;
    }
    let at = item.a;
    for (let i = lower(item.a); i < sorted.length && sorted[i].a < item.b; i++) {
      const r = sorted[i];
      keep(at, r.a);
      parts.push(r.text);
      const m = new Int32Array(r.text.length);
      const span = r.b - r.a;
      for (let k = 0; k < m.length; k++)
        m[k] = span
          ? r.a + Math.min(span - 1, Math.floor((k * span) / Math.max(1, r.text.length)))
          : -1;
      maps.push(m);
      at = r.b;
    }
    keep(at, item.b);
  }
  const text = parts.join('');
  const map = new Int32Array(text.length);
  let o = 0;
  for (const m of maps) {
    map.set(m, o);
    o += m.length;
  }
  return { text, map };
}

/** Where each base range went: {start,end} in the revised text, or null when nothing of it is left. */
export function truths(srcLength, revised, ranges) {
  const first = new Int32Array(srcLength).fill(-1);
  const last = new Int32Array(srcLength).fill(-1);
  const { map } = revised;
  for (let i = 0; i < map.length; i++) {
    const s = map[i];
    if (s < 0) continue;
    if (first[s] === -1) first[s] = i;
    last[s] = i;
  }
  return ranges.map(({ start, end }) => {
    let lo = -1,
      hi = -1;
    for (let s = start; s < end; s++) {
      if (first[s] === -1) continue;
      if (lo === -1 || first[s] < lo) lo = first[s];
      if (last[s] > hi) hi = last[s];
    }
    return lo === -1 ? null : { start: lo, end: hi + 1 };
  });
}

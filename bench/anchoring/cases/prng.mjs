// Small deterministic random source (splitmix-style 32-bit mixer over a string-derived seed).
// Every draw in the benchmark comes from here, so one seed gives one corpus on every machine.

export function hashSeed(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  return h >>> 0;
}

export class Rng {
  constructor(seed) {
    this.state = (typeof seed === 'string' ? hashSeed(seed) : seed) >>> 0;
    for (let i = 0; i < 4; i++) this.u32();
  }
  u32() {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let z = this.state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  }
  float() {
    return this.u32() / 4294967296;
  }
  /** integer in [0, n) */
  int(n) {
    return Math.floor(this.float() * n);
  }
  /** integer in [lo, hi] */
  range(lo, hi) {
    return lo + this.int(hi - lo + 1);
  }
  chance(p) {
    return this.float() < p;
  }
  pick(list) {
    return list[this.int(list.length)];
  }
  shuffle(list) {
    const a = list.slice();
    for (let i = a.length - 1; i > 0; i--) {
      const j = this.int(i + 1);
      [a[i], a[j]] = [a[j], a[i]];
    }
    return a;
  }
  /** n distinct items in random order */
  sample(list, n) {
    return this.shuffle(list).slice(0, n);
  }
  fork(label) {
    return new Rng(hashSeed(`${label}:${this.u32()}`));
  }
}

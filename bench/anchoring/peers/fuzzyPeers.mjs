// Peers that take what is like the quote.
import { createRequire } from 'node:module';
import approxModule from 'approx-string-match';
import * as sanity from '@sanity/diff-match-patch';
import { fuzzy } from 'fast-fuzzy';
import { load as loadGenuine } from './hypothesis.mjs';

const require = createRequire(import.meta.url);
const DiffMatchPatch = require('diff-match-patch');
const domAnchorTextQuote = require('dom-anchor-text-quote');
const approx = approxModule.default ?? approxModule;

/** bitap patterns are at most 32 characters, so look for the quote's head, then its tail close behind. */
function headAndTail(find, a) {
  const n = a.exact.length;
  if (n <= 32) {
    const at = find(a.exact, a.start, false);
    return at < 0 ? null : { start: at, end: at + n };
  }
  const start = find(a.exact.slice(0, 32), a.start, false);
  if (start < 0) return null;
  const tail = find(a.exact.slice(-32), start + n - 32, true);
  if (tail < 0) return null;
  const end = tail + 32;
  return end > start && end - start < 2 * n + 32 ? { start, end } : null;
}

export const fuzzyPeers = [
  {
    id: 'hypothesis',
    package: '@readium/navigator-html-injectables',
    what: 'genuine Hypothesis match-quote (vendored by Readium), position first',
    kind: 'peer',
    fuzzy: true,
    maxSize: '1m',
    async init() {
      this.fn = await loadGenuine();
    },
    open: (text) => text,
    one(text, a) {
      return this.fn(text, a);
    },
  },
  {
    id: 'approx-nearest',
    package: 'approx-string-match',
    what: 'the bare library: fewest errors (up to half), nearest to the old start',
    kind: 'peer',
    fuzzy: true,
    maxSize: '1m',
    open: (text) => text,
    one(text, a) {
      let best = null;
      for (const m of approx(text, a.exact, Math.min(256, a.exact.length / 2))) {
        const d = Math.abs(m.start - a.start);
        if (!best || d < best.d)
          best = { start: m.start, end: m.end, score: 1 - m.errors / a.exact.length, d };
      }
      return best;
    },
  },
  {
    id: 'dom-anchor-text-quote',
    package: 'dom-anchor-text-quote',
    what: 'toTextPosition with hint, on a root object that holds the text (no DOM cost)',
    kind: 'peer',
    fuzzy: true,
    maxSize: '1m',
    cap: { '1m': 50 },
    open: (text) => ({ textContent: text }),
    one: (root, a) =>
      domAnchorTextQuote.toTextPosition(
        root,
        { exact: a.exact, prefix: a.prefix || undefined, suffix: a.suffix || undefined },
        { hint: a.start },
      ),
  },
  {
    id: 'dmp-match',
    package: 'diff-match-patch',
    what: 'match_main on head and tail, distance = twice the text (as dom-anchor does)',
    kind: 'peer',
    fuzzy: true,
    maxSize: '1m',
    cap: { '1m': 50 },
    open: (text) => {
      const d = new DiffMatchPatch();
      return { text, d };
    },
    one({ text, d }, a) {
      return headAndTail((p, loc, near) => {
        d.Match_Distance = near ? Math.max(64, a.exact.length) : text.length * 2;
        return d.match_main(text, p, Math.min(loc, text.length));
      }, a);
    },
  },
  {
    id: 'sanity-dmp-match',
    package: '@sanity/diff-match-patch',
    what: 'match() on head and tail, same settings',
    kind: 'peer',
    fuzzy: true,
    maxSize: '1m',
    cap: { '1m': 50 },
    open: (text) => text,
    one(text, a) {
      return headAndTail(
        (p, loc, near) =>
          sanity.match(text, p, Math.min(loc, text.length), {
            distance: near ? Math.max(64, a.exact.length) : text.length * 2,
          }),
        a,
      );
    },
  },
  {
    id: 'fast-fuzzy',
    package: 'fast-fuzzy',
    what: 'fuzzy() with Sellers substring match, least score 0.6',
    kind: 'peer',
    fuzzy: true,
    maxSize: '10k',
    cap: { '10k': 8 },
    open: (text) => text,
    one(text, a) {
      const r = fuzzy(a.exact, text, {
        returnMatchData: true,
        ignoreCase: false,
        ignoreSymbols: false,
        normalizeWhitespace: false,
      });
      return r.score >= 0.6
        ? { start: r.match.index, end: r.match.index + r.match.length, score: r.score }
        : null;
    },
  },
  {
    id: 'dmp-diff (old text)',
    package: 'diff-match-patch',
    what: 'privileged: diff_main of old and new text, then diff_xIndex; orphan when under 30 % is left',
    kind: 'privileged',
    fuzzy: true,
    maxSize: '1m',
    open(text, oldText) {
      const d = new DiffMatchPatch();
      d.Diff_Timeout = 5;
      return { d, diffs: d.diff_main(oldText, text) };
    },
    one({ d, diffs }, a) {
      const start = d.diff_xIndex(diffs, a.start);
      const end = d.diff_xIndex(diffs, a.end);
      return end - start < 0.3 * (a.end - a.start) ? null : { start, end };
    },
  },
];

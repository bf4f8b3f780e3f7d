// Adapters around published packages. Each has:
//   id, package, kind: 'peer' | 'baseline' | 'privileged', fuzzy, maxSize (largest document it is asked to do),
//   cap (only the first cases of each accuracy cell, for slow ones),
//   open(text, oldText) -> ctx, one(ctx, annotation) -> {start,end,score?} | null (a promise if `async`).
import { createRequire } from 'node:module';
import approxModule from 'approx-string-match';
import * as sanity from '@sanity/diff-match-patch';
import { textQuoteSelectorMatcher } from '@apache-annotator/selector';
import { fuzzy } from 'fast-fuzzy';
import { load as loadGenuine } from './hypothesis.mjs';

const require = createRequire(import.meta.url);
const DiffMatchPatch = require('diff-match-patch');
const domAnchorTextQuote = require('dom-anchor-text-quote');
const approx = approxModule.default ?? approxModule;
const versionOf = (name) =>
  JSON.parse(
    require('node:fs').readFileSync(
      new URL(`../../../node_modules/${name}/package.json`, import.meta.url),
    ),
  ).version;

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

let dom;
function jsdom() {
  if (!dom) {
    const { JSDOM } = require('jsdom');
    dom = new JSDOM('<!doctype html><html lang="en"><body></body></html>');
    for (const k of ['window', 'document', 'Node', 'NodeFilter', 'Range', 'HTMLElement', 'Event'])
      globalThis[k] = k === 'window' ? dom.window : dom.window[k];
  }
  return dom.window.document;
}

export const peers = [
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
    id: 'apache-quote',
    package: '@apache-annotator/selector',
    what: 'textQuoteSelectorMatcher over one chunk, first match',
    kind: 'peer',
    fuzzy: false,
    maxSize: '1m',
    async: true,
    open: (text) => text,
    async one(text, a) {
      const chunk = { data: text };
      const chunker = {
        currentChunk: chunk,
        nextChunk: () => null,
        previousChunk: () => null,
        precedesCurrentChunk: () => false,
      };
      for await (const m of textQuoteSelectorMatcher({
        type: 'TextQuoteSelector',
        exact: a.exact,
        prefix: a.prefix,
        suffix: a.suffix,
      })(chunker))
        return { start: m.startIndex, end: m.endIndex, score: 1 };
      return null;
    },
  },
  {
    id: 'recogito',
    package: '@recogito/text-annotator',
    what: 'reviveSelector (stored offsets only) in jsdom, one text node',
    kind: 'peer',
    fuzzy: false,
    maxSize: '1m',
    async init() {
      jsdom();
      this.revive = (await import('@recogito/text-annotator')).reviveSelector;
    },
    open(text) {
      const div = jsdom().createElement('div');
      div.appendChild(jsdom().createTextNode(text));
      jsdom().body.replaceChildren(div);
      return div;
    },
    one(div, a) {
      if (a.end > div.firstChild.data.length) return null;
      const { range } = this.revive({ quote: a.exact, start: a.start, end: a.end }, div);
      return range.collapsed ? null : { start: range.startOffset, end: range.endOffset };
    },
  },
  {
    id: 'text-fragments',
    package: 'text-fragments-polyfill',
    what: 'processTextFragmentDirective in jsdom, one <p> per line, first match',
    kind: 'peer',
    fuzzy: false,
    maxSize: '10k',
    cap: { '10k': 12 },
    async init() {
      jsdom();
      this.find = (
        await import('text-fragments-polyfill/text-fragment-utils')
      ).processTextFragmentDirective;
    },
    open(text) {
      const doc = jsdom();
      const at = new Map();
      const blocks = [];
      for (const m of text.matchAll(/[^\n]+/g)) {
        const p = doc.createElement('p');
        const t = doc.createTextNode(m[0]);
        p.appendChild(t);
        blocks.push(p);
        at.set(t, m.index);
      }
      doc.body.replaceChildren(...blocks);
      return { doc, at };
    },
    one({ doc, at }, a) {
      // Context must be whole words of the same block; a quote over several blocks becomes first block, last block.
      const prefix =
        a.prefix
          .slice(a.prefix.lastIndexOf('\n') + 1)
          .replace(/^\S*\s/, '')
          .trim() || undefined;
      const suffix =
        a.suffix
          .split('\n')[0]
          .replace(/\s\S*$/, '')
          .trim() || undefined;
      const blocks = a.exact.split(/\n+/);
      const [range] = this.find(
        {
          prefix,
          suffix,
          textStart: blocks[0],
          textEnd: blocks.length > 1 ? blocks[blocks.length - 1] : undefined,
        },
        doc,
        doc.body,
      );
      if (!range || !at.has(range.startContainer) || !at.has(range.endContainer)) return null;
      return {
        start: at.get(range.startContainer) + range.startOffset,
        end: at.get(range.endContainer) + range.endOffset,
      };
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
    id: 'indexOf-nearest',
    package: null,
    what: 'baseline: the exact quote nearest to the old start, else orphan',
    kind: 'baseline',
    fuzzy: false,
    maxSize: '1m',
    open: (text) => text,
    one(text, a) {
      const after = text.indexOf(a.exact, a.start);
      const before = a.start > 0 ? text.lastIndexOf(a.exact, a.start - 1) : -1;
      if (after === -1 && before === -1) return null;
      const at =
        before === -1 || (after !== -1 && after - a.start <= a.start - before) ? after : before;
      return { start: at, end: at + a.exact.length, score: 1 };
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

for (const p of peers) p.version = p.package ? versionOf(p.package) : '-';

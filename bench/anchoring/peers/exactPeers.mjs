// Peers that take the quote as it is, or its stored offsets.
import { createRequire } from 'node:module';
import { textQuoteSelectorMatcher } from '@apache-annotator/selector';

const require = createRequire(import.meta.url);

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

export const exactPeers = [
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
];

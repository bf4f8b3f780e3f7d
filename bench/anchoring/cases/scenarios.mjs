// What happens to a document between two visits, and what the right answers then are.
import { applyEdits, truths } from './applyEdits.mjs';
import { background, parasOf, wholeOrder } from './background.mjs';
import { wordSpans } from './base.mjs';
import { Rng } from './prng.mjs';
import {
  clauseEdits,
  contextEdits,
  markupEdits,
  otherWord,
  paraphraseEdits,
  typoEdits,
} from './quoteEdits.mjs';
import { reimportHtml, reimportPdf } from './reimport.mjs';

const canon = (s) => s.replace(/\s+/g, ' ');

/**
 * Each scenario gives {text, items:[{annotation, truth, accept}]}.
 * truth: {start,end} or null (orphan). accept: 'truth' or 'truth-or-orphan'.
 */
export const scenarioNames = [
  'none',
  'shift',
  'context',
  'typo',
  'para-light',
  'para-heavy',
  'clause',
  'markup',
  'moved',
  'deleted',
  'twin-deleted',
  'twin-edited',
  'dup',
  'dup-edited',
  'dup-order',
  'replaced',
  'reimport-html',
  'reimport-pdf',
  'mix',
  'mix-hard',
];

/** Picked at random from the text, as against planted to be hard (twin, stock, boiler). */
const natural = new Set(['sentence', 'phrase', 'short', 'long']);

export function makeScenario(base, name) {
  const rng = new Rng(`scenario:${base.corpus}:${base.size}:${base.seed}:${name}`);
  const anns = base.annotations;
  const { text } = base;
  const plain =
    name === 'none' ? { order: wholeOrder(base), replaces: [] } : background(base, rng.fork('bg'));
  let { order, replaces } = plain;
  const chosen = []; // annotations to be scored
  const acceptOrphan = new Set();
  const distinct = (a) => a.repeat !== 'dupctx';
  const single = (a) => a.repeat === 'unique' && natural.has(a.kind); // once in the base text, no planted lookalike
  const editEach = (list, make) => {
    for (const a of list) {
      const e = make(a);
      if (!e || !e.length) continue;
      if (e.some((x) => x.a < a.start - 42 || x.b > a.end + 42)) throw new Error('stray edit');
      replaces.push(...e);
      chosen.push(a);
    }
  };
  const inside = (fn, rate) => (a) => fn(text, a.start, a.end, rng, rate);

  switch (name) {
    case 'none':
      chosen.push(...anns);
      break;
    case 'shift':
      chosen.push(...anns.filter(distinct));
      break;
    case 'reimport-html':
    case 'reimport-pdf':
      chosen.push(...anns.filter((a) => distinct(a) && natural.has(a.kind)));
      break;
    case 'context':
      editEach(anns.filter(single), (a) => contextEdits(text, a.start, a.end, rng));
      break;
    case 'typo':
      editEach(
        anns.filter((a) => single(a) && a.exact.length >= 6),
        inside((t, s, e, r) => typoEdits(t, s, e, r)),
      );
      break;
    case 'para-light':
      editEach(anns.filter(single), inside(paraphraseEdits, 0.15));
      break;
    case 'para-heavy':
      editEach(anns.filter(single), (a) => {
        const e = paraphraseEdits(text, a.start, a.end, rng, 0.38);
        if (e && rng.chance(0.3))
          e.push(
            ...contextEdits(text, a.start, a.end, rng, 40).filter(
              (x) => x.b < a.start - 1 || x.a > a.end + 1,
            ),
          );
        return e;
      });
      break;
    case 'clause':
      editEach(anns.filter(single), inside(clauseEdits));
      break;
    case 'markup':
      editEach(anns.filter(single), inside(markupEdits));
      break;
    case 'dup':
      chosen.push(...anns.filter((a) => a.repeat === 'dup'));
      break;
    case 'dup-edited':
      editEach(
        anns.filter((a) => a.repeat === 'dup' && a.exact.length >= 12),
        inside((t, s, e, r) => typoEdits(t, s, e, r)),
      );
      break;
    case 'dup-order':
      chosen.push(...anns.filter((a) => a.repeat === 'dupctx'));
      break;
    case 'twin-edited':
      editEach(
        anns.filter((a) => a.kind === 'twin' && distinct(a)),
        (a) =>
          rng.chance(0.5)
            ? typoEdits(text, a.start, a.end, rng)
            : paraphraseEdits(text, a.start, a.end, rng, 0.15),
      );
      break;
    case 'replaced':
      editEach(
        anns.filter((a) => a.kind === 'short' && distinct(a)),
        (a) => {
          acceptOrphan.add(a);
          return wordSpans(a.exact, a.start).map(([s, e]) => ({
            a: s,
            b: e,
            text: otherWord(text.slice(s, e), rng),
          }));
        },
      );
      break;
    case 'moved': {
      const groups = new Map();
      for (const a of rng.sample(anns.filter(distinct), Math.ceil(anns.length * 0.3))) {
        const [p, q] = parasOf(base, a);
        groups.set(`${p}-${q}`, [p, q]);
      }
      // Paragraphs held together by a quote across their break move together.
      const glued = new Set();
      for (const a of anns) {
        const [p, q] = parasOf(base, a);
        for (let i = p; i < q; i++) glued.add(i);
      }
      const moving = new Set();
      for (const [p, q] of groups.values()) {
        let lo = p,
          hi = q;
        while (glued.has(lo - 1)) lo--;
        while (glued.has(hi)) hi++;
        for (let i = lo; i <= hi; i++) moving.add(i);
      }
      // Runs of neighbouring moved paragraphs travel together, so a quote across a break stays whole.
      const runs = [];
      for (const i of [...moving].sort((x, y) => x - y)) {
        const r = runs[runs.length - 1];
        if (r && r[r.length - 1] === i - 1) r.push(i);
        else runs.push([i]);
      }
      const rest = order.filter((it) => it.para === undefined || !moving.has(it.para));
      const byPara = new Map(
        order.filter((it) => it.para !== undefined).map((it) => [it.para, it]),
      );
      // A gap is usable when the two paragraphs around it are not held together by a quote.
      for (const run of rng.shuffle(runs)) {
        let k;
        do {
          k = rng.range(1, rest.length - 1);
        } while (
          rest[k - 1].para !== undefined &&
          glued.has(rest[k - 1].para) &&
          rest[k].para === rest[k - 1].para + 1
        );
        rest.splice(k, 0, ...run.map((i) => byPara.get(i)));
      }
      order = rest;
      for (const a of anns) {
        const [p] = parasOf(base, a);
        if (moving.has(p) && distinct(a)) {
          chosen.push(a);
          if (a.repeat === 'unique' && rng.chance(0.3))
            replaces.push(...typoEdits(text, a.start, a.end, rng, 1));
        }
      }
      break;
    }
    case 'deleted': {
      const gone = new Set();
      for (const a of rng.sample(
        anns.filter((x) => distinct(x) && natural.has(x.kind)),
        Math.ceil(anns.length * 0.35),
      )) {
        const [p, q] = parasOf(base, a);
        for (let i = p; i <= q; i++) gone.add(i);
      }
      order = order.filter((it) => it.para === undefined || !gone.has(it.para));
      for (const a of anns) {
        const [p, q] = parasOf(base, a);
        let all = true;
        for (let i = p; i <= q; i++) all &&= gone.has(i);
        if (all && distinct(a) && natural.has(a.kind)) chosen.push(a);
      }
      break;
    }
    case 'twin-deleted': {
      for (const a of anns.filter((x) => x.kind === 'twin' && distinct(x))) {
        replaces.push({ a: a.start, b: a.end, text: '' });
        chosen.push(a);
      }
      break;
    }
    case 'mix':
    case 'mix-hard': {
      // one plausible revision: half untouched, the rest edited in various ways, 7 % removed
      const gone = new Set();
      for (const a of anns.filter((x) => distinct(x) && natural.has(x.kind) === (name === 'mix'))) {
        const roll = rng.float();
        let e = [];
        if (roll < 0.52) {
          /* left as it is */
        } else if (roll < 0.66) e = typoEdits(text, a.start, a.end, rng);
        else if (roll < 0.76) e = paraphraseEdits(text, a.start, a.end, rng, 0.15) ?? [];
        else if (roll < 0.81) e = paraphraseEdits(text, a.start, a.end, rng, 0.38) ?? [];
        else if (roll < 0.86) e = clauseEdits(text, a.start, a.end, rng) ?? [];
        else if (roll < 0.93) e = contextEdits(text, a.start, a.end, rng);
        else gone.add(a);
        if (a.exact.length < 6) e = [];
        replaces.push(...e);
        if (gone.has(a)) replaces.push({ a: a.start, b: a.end, text: '' });
        chosen.push(a);
      }
      break;
    }
    default:
      throw new Error(name);
  }

  // Replacements made by the background never touch an annotation; drop those in removed paragraphs silently.
  let revised = applyEdits(text, order, replaces);
  if (name === 'reimport-html') revised = reimportHtml(revised);
  if (name === 'reimport-pdf') revised = reimportPdf(revised, rng.fork('pdf'));
  const found = truths(text.length, revised, chosen);
  const items = [];
  let undecidable = 0;
  chosen.forEach((a, i) => {
    const truth = found[i];
    if (name !== 'dup-order' && name !== 'none' && isUndecidable(revised.text, a, truth)) {
      undecidable++;
      return;
    }
    items.push({
      annotation: {
        exact: a.exact,
        prefix: a.prefix,
        suffix: a.suffix,
        start: a.start,
        end: a.end,
      },
      kind: a.kind,
      truth,
      accept: acceptOrphan.has(a) ? 'truth-or-orphan' : 'truth',
    });
  });
  return { name, text: revised.text, items, undecidable };
}

/**
 * No reader could tell either, from the stored selectors:
 * - the quote with both contexts stands word for word somewhere else; or
 * - the quote was removed, but a copy of it (40+ characters, or with one context intact) stands elsewhere and looks moved.
 */
function isUndecidable(text, a, truth) {
  let at = -1;
  while ((at = text.indexOf(a.exact, at + 1)) !== -1) {
    if (truth && at < truth.end && at + a.exact.length > truth.start) continue;
    const before =
      a.prefix.length > 0 &&
      canon(text.slice(Math.max(0, at - a.prefix.length), at)) === canon(a.prefix);
    const after =
      a.suffix.length > 0 &&
      canon(text.slice(at + a.exact.length, at + a.exact.length + a.suffix.length)) ===
        canon(a.suffix);
    if (before && after) return true;
    if (!truth && (before || after || a.exact.length >= 40)) return true;
  }
  return false;
}

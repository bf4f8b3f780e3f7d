// What happens to a document between two visits, and what the right answers then are.
import { applyEdits, truths } from './applyEdits.mjs';
import { background, wholeOrder } from './background.mjs';
import { Rng } from './prng.mjs';
import { quoteScenarios } from './quoteScenarios.mjs';
import { reimportHtml, reimportPdf } from './reimport.mjs';
import { isDistinct, isNatural } from './repeats.mjs';
import { textScenarios } from './textScenarios.mjs';
import { isUndecidable } from './undecidable.mjs';

/**
 * What a scenario does: given `{base, rng, order}`, which annotations are `chosen` to be asked for,
 * and, as far as it changes them, the text's new `order`, `replaces` in it, and a Set `acceptOrphan` of those that
 * may as well be given up.
 */
const scenarios = {
  none: ({ base }) => ({ chosen: base.annotations }),
  shift: ({ base }) => ({ chosen: base.annotations.filter(isDistinct) }),
  ...quoteScenarios,
  ...textScenarios,
  'reimport-html': natural,
  'reimport-pdf': natural,
};

export const scenarioNames = [
  ...['none', 'shift', 'context', 'typo', 'para-light', 'para-heavy', 'clause', 'markup'],
  ...['moved', 'deleted', 'twin-deleted', 'twin-edited', 'dup', 'dup-edited', 'dup-order'],
  ...['replaced', 'reimport-html', 'reimport-pdf', 'mix', 'mix-hard'],
];

function natural({ base }) {
  return { chosen: base.annotations.filter((each) => isDistinct(each) && isNatural(each)) };
}

/**
 * Gives {text, items:[{annotation, truth, accept}]}.
 * truth: {start,end} or null (orphan). accept: 'truth' or 'truth-or-orphan'.
 */
export function makeScenario(base, name) {
  const rng = new Rng(`scenario:${base.corpus}:${base.size}:${base.seed}:${name}`);
  const elsewhere =
    name === 'none' ? { order: wholeOrder(base), replaces: [] } : background(base, rng.fork('bg'));
  const made = scenarios[name]({ base, rng, order: elsewhere.order });
  const { chosen, order = elsewhere.order, replaces = [], acceptOrphan = new Set() } = made;

  let revised = applyEdits(base.text, order, [...elsewhere.replaces, ...replaces]);
  if (name === 'reimport-html') revised = reimportHtml(revised);
  if (name === 'reimport-pdf') revised = reimportPdf(revised, rng.fork('pdf'));
  const found = truths(base.text.length, revised, chosen);
  // Where nothing or only the order tells, being alike everywhere is what is asked about.
  const isAskable = (annotation, truth) =>
    name === 'dup-order' || name === 'none' || !isUndecidable(revised.text, annotation, truth);
  const items = [];
  chosen.forEach((each, i) => {
    const { exact, prefix, suffix, start, end, kind } = each;
    if (!isAskable(each, found[i])) return;
    items.push({
      annotation: { exact, prefix, suffix, start, end },
      kind,
      truth: found[i],
      accept: acceptOrphan.has(each) ? 'truth-or-orphan' : 'truth',
    });
  });
  return { name, text: revised.text, items, undecidable: chosen.length - items.length };
}

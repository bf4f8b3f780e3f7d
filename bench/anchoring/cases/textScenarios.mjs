// Scenarios that take paragraphs or quotes away, carry paragraphs elsewhere, or do a bit of everything.
import { parasOf } from './background.mjs';
import { clauseEdits, contextEdits, paraphraseEdits, typoEdits } from './quoteEdits.mjs';
import { isDistinct, isNatural } from './repeats.mjs';

export const textScenarios = {
  moved,
  deleted,
  'twin-deleted': twinDeleted,
  mix: revision(isNatural),
  'mix-hard': revision((each) => !isNatural(each)),
};

function moved({ base, rng, order }) {
  const { annotations, text } = base;
  const glued = gluedParagraphs(base);
  const sampled = rng.sample(annotations.filter(isDistinct), Math.ceil(annotations.length * 0.3));
  const moving = new Set();
  for (const each of sampled) {
    let [first, last] = parasOf(base, each);
    while (glued.has(first - 1)) first--;
    while (glued.has(last)) last++;
    for (let i = first; i <= last; i++) moving.add(i);
  }
  const newOrder = carriedElsewhere(order, moving, glued, rng);
  const chosen = annotations.filter(
    (each) => moving.has(parasOf(base, each)[0]) && isDistinct(each),
  );
  const replaces = chosen.flatMap(({ repeat, start, end }) =>
    repeat === 'unique' && rng.chance(0.3) ? typoEdits(text, start, end, rng, 1) : [],
  );
  return { chosen, replaces, order: newOrder };
}

/** Paragraphs that a quote holds together with the next; they move together. */
function gluedParagraphs(base) {
  const glued = new Set();
  for (const each of base.annotations) {
    const [first, last] = parasOf(base, each);
    for (let i = first; i < last; i++) glued.add(i);
  }
  return glued;
}

/** Neighbouring moved paragraphs travel together, so that a quote across a break stays whole. */
function carriedElsewhere(order, moving, glued, rng) {
  const rest = order.filter(({ para }) => para === undefined || !moving.has(para));
  const itemOf = new Map(order.map((item) => [item.para, item]));
  const isHeldTogether = (at) =>
    rest[at - 1].para !== undefined &&
    glued.has(rest[at - 1].para) &&
    rest[at].para === rest[at - 1].para + 1;
  for (const run of rng.shuffle(runsOf(moving))) {
    let at;
    do {
      at = rng.range(1, rest.length - 1);
    } while (isHeldTogether(at));
    rest.splice(at, 0, ...run.map((para) => itemOf.get(para)));
  }
  return rest;
}

function runsOf(numbers) {
  const runs = [];
  for (const each of [...numbers].sort((x, y) => x - y)) {
    const run = runs.at(-1);
    if (run?.at(-1) === each - 1) run.push(each);
    else runs.push([each]);
  }
  return runs;
}

function deleted({ base, rng, order }) {
  const { annotations } = base;
  const isMeant = (each) => isDistinct(each) && isNatural(each);
  const gone = new Set();
  const count = Math.ceil(annotations.length * 0.35);
  for (const each of rng.sample(annotations.filter(isMeant), count)) {
    const [first, last] = parasOf(base, each);
    for (let i = first; i <= last; i++) gone.add(i);
  }
  const isGone = (each) => {
    const [first, last] = parasOf(base, each);
    for (let i = first; i <= last; i++) if (!gone.has(i)) return false;
    return true;
  };
  return {
    order: order.filter(({ para }) => para === undefined || !gone.has(para)),
    chosen: annotations.filter((each) => isMeant(each) && isGone(each)),
  };
}

function twinDeleted({ base }) {
  const chosen = base.annotations.filter((each) => each.kind === 'twin' && isDistinct(each));
  return { chosen, replaces: chosen.map(without) };
}

const without = ({ start, end }) => ({ a: start, b: end, text: '' });

/** One plausible revision: half untouched, the rest edited in various ways, 7 % removed. */
function revision(isMeant) {
  return ({ base, rng }) => {
    const chosen = base.annotations.filter((each) => isDistinct(each) && isMeant(each));
    const replaces = chosen.flatMap((each) => revised(base.text, each, rng));
    return { chosen, replaces };
  };
}

function revised(text, annotation, rng) {
  const { start, end, exact } = annotation;
  const roll = rng.float();
  if (roll < 0.52) return [];
  if (roll >= 0.93) return [without(annotation)];
  const edits = editsBy(roll, text, start, end, rng) ?? [];
  return exact.length < 6 ? [] : edits;
}

function editsBy(roll, text, start, end, rng) {
  if (roll < 0.66) return typoEdits(text, start, end, rng);
  if (roll < 0.76) return paraphraseEdits(text, start, end, rng, 0.15);
  if (roll < 0.81) return paraphraseEdits(text, start, end, rng, 0.38);
  if (roll < 0.86) return clauseEdits(text, start, end, rng);
  return contextEdits(text, start, end, rng);
}

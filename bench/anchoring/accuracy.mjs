// Runs every implementation on every case and tallies the verdicts.
import { readFileSync } from 'node:fs';
import { buildBase } from './cases/base.mjs';
import { sets } from './cases/corpus.mjs';
import { makeScenario } from './cases/scenarios.mjs';
import { does } from './implementations.mjs';
import { addTo, emptyTally, rates } from './score.mjs';

/** The least score at which each peer's answers are best; it also appears with that. */
const thresholds = JSON.parse(
  readFileSync(new URL('./peers/thresholds.json', import.meta.url), 'utf8'),
);

const clean = ({ exact, prefix, suffix, start, end }) => ({ exact, prefix, suffix, start, end });

/** The answers of an implementation; a slow one with a cap is given the first cases only. */
async function answersOf(implementation, size, text, oldText, items) {
  const annotations = items.map(({ annotation: { start, end }, annotation }) =>
    implementation.describe ? implementation.describe(oldText, start, end) : clean(annotation),
  );
  if (implementation.batch) {
    return implementation.batch(text, annotations, implementation.oldText ? { oldText } : {});
  }
  const opened = implementation.open(text, oldText);
  const answers = [];
  for (const annotation of annotations.slice(0, implementation.cap?.[size])) {
    try {
      answers.push((await implementation.one(opened, annotation)) ?? null);
    } catch {
      // A peer that throws has not found it.
      answers.push(null);
    }
  }
  return answers;
}

/** Tallies by row (an implementation, or one with a threshold), size and scenario. */
export async function measureAccuracy(implementations, { set, sizes, seeds, seedBase, scenarios }) {
  const tallies = new Map();
  let undecidable = 0;
  const tally = (row, size, scenario) => {
    if (!tallies.has(row)) tallies.set(row, {});
    const bySize = (tallies.get(row)[size] ??= {});
    return (bySize[scenario] ??= emptyTally());
  };
  for (const size of sizes) {
    for (const corpus of sets[set]) {
      for (let seed = seedBase; seed < seedBase + seeds[size]; seed += 1) {
        const base = buildBase(corpus, size, seed);
        for (const name of scenarios) {
          const scenario = makeScenario(base, name);
          undecidable += scenario.undecidable;
          if (scenario.items.length === 0) continue;
          for (const implementation of implementations.filter((each) => does(each, size))) {
            const { id } = implementation;
            const { text, items } = scenario;
            const answers = await answersOf(implementation, size, text, base.text, items);
            for (const [at, answer] of answers.entries()) {
              addTo(tally(id, size, name), items[at], answer);
              const least = thresholds[id];
              if (least === undefined) continue;
              const kept = answer && answer.score < least ? null : answer;
              addTo(tally(`${id} ≥ ${least}`, size, name), items[at], kept);
            }
          }
          process.stderr.write(`\r${size} ${corpus} ${seed} ${name}`.padEnd(40));
        }
      }
    }
  }
  process.stderr.write('\n');
  return { tallies, undecidable };
}

const measures = [
  'accuracy',
  'recall',
  'wrong',
  'misplaced',
  'falseOrphan',
  'orphanKept',
  'exactEdges',
];

/** The rates of one scenario, sizes pooled; null if it had no case. */
export function pooled(bySize, scenario) {
  const sum = emptyTally();
  for (const each of Object.values(bySize)) {
    for (const key of Object.keys(sum)) sum[key] += each[scenario]?.[key] ?? 0;
  }
  return sum.n === 0 ? null : rates(sum);
}

/** Unweighted means over the scenarios, sizes pooled. */
export function means(bySize, scenarios) {
  const all = scenarios.map((name) => pooled(bySize, name)).filter((each) => each !== null);
  return Object.fromEntries(
    measures.map((measure) => {
      const values = all.map((each) => each[measure]).filter((value) => value !== null);
      return [measure, values.reduce((sum, value) => sum + value, 0) / values.length];
    }),
  );
}

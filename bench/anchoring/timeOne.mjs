// Times one implementation in a process of its own; speed.mjs starts it. Argument: JSON {id, sizes, scenarios, corpus, seed, quick}.
// Processor time (user and system of this process) is the main clock, so that other work on the machine weighs little.
import { buildBase } from './cases/base.mjs';
import { loads, makeLoad } from './cases/loads.mjs';
import { makeScenario } from './cases/scenarios.mjs';
import { does, load } from './implementations.mjs';
import { median, percentile } from './score.mjs';

const job = JSON.parse(process.argv[2]);
const implementation = await load(job.id);
const limit = job.quick ? 2000 : 4000;

const annotationsOf = ({ items }) =>
  items.map(({ annotation: { exact, prefix, suffix, start, end } }) => ({
    exact,
    prefix,
    suffix,
    start,
    end,
  }));

function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

let salt = 0;
/** The same text with another last character and its own storage, so that nothing can be remembered from pass to pass. */
function fresh(text) {
  const copy = text + String.fromCharCode(97 + (salt++ % 26));
  // To search it makes one string of what is two inside.
  if (copy.includes('\u0000\u0001')) throw new Error('unexpected text');
  return copy;
}

/** Anchors all once; how many were done, and the milliseconds that a peer's opening of the text took. */
async function pass(text, oldText, annotations, limitOfPass) {
  if (implementation.batch) {
    await implementation.batch(text, annotations, implementation.oldText ? { oldText } : {});
    return { done: annotations.length, opening: 0 };
  }
  const before = processor();
  const opened = implementation.open(text, oldText);
  const opening = processor() - before;
  const started = performance.now();
  let done = 0;
  for (const annotation of annotations) {
    try {
      if (implementation.async) await implementation.one(opened, annotation);
      else implementation.one(opened, annotation);
    } catch {
      // A peer that throws has not found it.
    }
    done += 1;
    if (done % 8 === 0 && performance.now() - started > limitOfPass) break;
  }
  return { done, opening };
}

/** Annotations per second: groups of whole passes, each group at least 20 ms of processor time. */
async function throughput(base, { text }, annotations) {
  const rates = [];
  const started = performance.now();
  let group = 1;
  while (rates.length < 5 && (rates.length === 0 || performance.now() - started < limit)) {
    const texts = Array.from({ length: group }, () => fresh(text));
    globalThis.gc?.();
    const before = processor();
    let done = 0;
    let opening = 0;
    for (const each of texts) {
      const result = await pass(each, base.text, annotations, limit);
      done += result.done;
      opening += result.opening;
    }
    const used = processor() - before;
    if (used < 20 && group < 4096) {
      group *= 4;
      continue;
    }
    // Building a DOM is not a peer's anchoring; a diff of the whole text is.
    const charged = implementation.kind === 'privileged' ? used : used - opening;
    rates.push(done / (charged / 1000));
  }
  return median(rates);
}

/** Milliseconds of one annotation at a time, for a peer after it has opened the text. */
async function latency(base, { text }, annotations) {
  const copy = fresh(text);
  const opened = implementation.batch ? null : implementation.open(copy, base.text);
  const one = implementation.batch
    ? (annotation) =>
        implementation.batch(
          copy,
          [annotation],
          implementation.oldText ? { oldText: base.text } : {},
        )
    : (annotation) => implementation.one(opened, annotation);
  const used = [];
  const wall = [];
  const started = performance.now();
  for (let round = 0; round < 3 && performance.now() - started < limit; round += 1) {
    for (const annotation of annotations) {
      const before = processor();
      const wallBefore = performance.now();
      try {
        await one(annotation);
      } catch {
        // As above.
      }
      wall.push(performance.now() - wallBefore);
      used.push(processor() - before);
      if (performance.now() - started > limit) break;
    }
  }
  return {
    p50: percentile(used, 0.5),
    p99: percentile(used, 0.99),
    wallP50: percentile(wall, 0.5),
    wallP99: percentile(wall, 0.99),
  };
}

const small = buildBase(job.corpus, '10k', 77);
// Processor time again: on a busy machine little code would be compiled in so much wall time.
const warm = processor() + (job.quick ? 1500 : 4000);
do {
  for (const name of job.scenarios) {
    const scenario = makeScenario(small, name);
    await pass(fresh(scenario.text), small.text, annotationsOf(scenario), 400);
  }
} while (processor() < warm);

const results = {};
for (const size of job.sizes.filter((each) => does(implementation, each))) {
  const base = buildBase(job.corpus, size, job.seed);
  results[size] = {};
  const scenarios = job.scenarios.map((name) => makeScenario(base, name));
  for (const [name, those] of Object.entries(loads)) {
    if (those.includes(size)) scenarios.push(makeLoad(base, name));
  }
  for (const scenario of scenarios) {
    const { name } = scenario;
    const annotations = annotationsOf(scenario);
    await pass(fresh(scenario.text), base.text, annotations.slice(0, 6), limit);
    results[size][name] = {
      perSecond: await throughput(base, scenario, annotations),
      ...(await latency(base, scenario, annotations)),
    };
  }
}
process.stdout.write(JSON.stringify(results), () => process.exit(0));

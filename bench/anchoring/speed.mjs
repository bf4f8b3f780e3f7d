// Times the implementations, each in a process of its own, in interleaved rounds.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { median } from './score.mjs';

/** The scenarios that are timed. */
const speedScenarios = ['none', 'mix', 'reimport-pdf', 'deleted'];

function timed(job) {
  return new Promise((resolve, reject) => {
    const file = path.join(import.meta.dirname, 'timeOne.mjs');
    const args = ['--expose-gc', '--max-old-space-size=8192', file, JSON.stringify(job)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output));
      else reject(new Error(`${job.id}: timing ended with ${code}`));
    });
  });
}

/** By size, scenario and implementation: annotations per second and milliseconds of one (medians of the rounds). */
export async function measureSpeed(implementations, { sizes, corpus, seedBase, rounds, quick }) {
  const samples = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const { id } of implementations) {
      const job = { id, sizes, scenarios: speedScenarios, corpus, seed: seedBase, quick };
      const result = await timed(job);
      for (const [size, byScenario] of Object.entries(result)) {
        for (const [name, sample] of Object.entries(byScenario)) {
          (((samples[size] ??= {})[name] ??= {})[id] ??= []).push(sample);
        }
      }
      process.stderr.write(`\rround ${round + 1} of ${rounds}: ${id}`.padEnd(50));
    }
  }
  process.stderr.write('\n');
  return mapValues(samples, (byScenario) =>
    mapValues(byScenario, (byId) =>
      mapValues(byId, (list) => {
        const of = (key) => median(list.map((sample) => sample[key]));
        return {
          perSecond: of('perSecond'),
          // Processor time also counts helper threads, wall time also other programs.
          p50: Math.min(of('p50'), of('wallP50')),
          p99: Math.min(of('p99'), of('wallP99')),
        };
      }),
    ),
  );
}

function mapValues(object, make) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, make(value)]));
}

// Puts what was measured into tables.
import { means, pooled } from './accuracy.mjs';

const percent = (value) =>
  value === null || value === undefined || Number.isNaN(value) ? '–' : (100 * value).toFixed(1);
const number = (value) =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(2);

function table(head, rows) {
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What was run, in which version. */
export function implementationTable(implementations) {
  return table(
    ['implementation', 'package', 'version', 'what is run'],
    implementations.map((each) => [each.id, each.package ?? '–', each.version, each.what]),
  );
}

/** Means, and right and misplaced by scenario, in percent. */
export function accuracyTables({ tallies, undecidable }, scenarios) {
  const rows = [...tallies];
  const measures = ['accuracy', 'misplaced', 'wrong', 'falseOrphan', 'orphanKept', 'exactEdges'];
  const byScenario = (measure) =>
    table(
      ['scenario', 'cases', ...rows.map(([row]) => row)],
      scenarios.map((name) => [
        name,
        Math.max(...rows.map(([, bySize]) => pooled(bySize, name)?.n ?? 0)),
        ...rows.map(([, bySize]) => percent(pooled(bySize, name)?.[measure])),
      ]),
    );
  return [
    `Accuracy, % (unweighted mean over ${scenarios.length} scenarios, sizes pooled; ${undecidable} cases that no reader could decide are left out)`,
    table(
      [
        'implementation',
        'right',
        'misplaced',
        'wrong',
        'false orphan',
        'orphan kept',
        'edges exact',
      ],
      rows.map(([row, bySize]) => {
        const mean = means(bySize, scenarios);
        return [row, ...measures.map((measure) => percent(mean[measure]))];
      }),
    ),
    'Right by scenario, %',
    byScenario('accuracy'),
    'Misplaced by scenario, %',
    byScenario('misplaced'),
  ];
}

/** Annotations per second, also as a multiple of the fastest peer that finds edited text. */
export function speedTables(speed, implementations) {
  const isRival = (id) =>
    implementations.some((each) => each.id === id && each.kind === 'peer' && each.fuzzy);
  return Object.entries(speed).flatMap(([size, byScenario]) =>
    Object.entries(byScenario).flatMap(([name, byId]) => {
      const rivals = Object.entries(byId).filter(([id]) => isRival(id));
      const fastest = Math.max(...rivals.map(([, { perSecond }]) => perSecond));
      const hypothesis = byId.hypothesis?.perSecond;
      return [
        `Speed, ${size}, ${name}`,
        table(
          [
            'implementation',
            'annotations/s',
            '× fastest fuzzy peer',
            '× hypothesis',
            'p50 ms',
            'p99 ms',
          ],
          Object.entries(byId).map(([id, { perSecond, p50, p99 }]) => [
            id,
            number(perSecond),
            rivals.length > 0 ? number(perSecond / fastest) : '–',
            hypothesis ? number(perSecond / hypothesis) : '–',
            p50.toPrecision(3),
            p99.toPrecision(3),
          ]),
        ),
      ];
    }),
  );
}

/** In which scenarios a fuzzy peer is ahead of ours, which does not see the old text. */
export function comparison({ tallies }, implementations, scenarios) {
  const ours = tallies.get('ours');
  const rivals = [...tallies].filter(([row]) => {
    const peer = implementations.find((each) => each.id === row.split(' ≥')[0]);
    return peer?.kind === 'peer' && peer.fuzzy;
  });
  if (ours === undefined || rivals.length === 0) return [];
  const behind = scenarios.flatMap((name) => {
    const mine = pooled(ours, name)?.accuracy;
    if (mine === undefined) return [];
    return rivals
      .filter(([, bySize]) => (pooled(bySize, name)?.accuracy ?? 0) > mine + 1e-9)
      .map(
        ([row, bySize]) =>
          `${name}: ${row} ${percent(pooled(bySize, name).accuracy)}, ours ${percent(mine)}`,
      );
  });
  return [
    behind.length === 0
      ? 'Ahead of or level with every fuzzy peer in every scenario.'
      : `Behind a fuzzy peer in: ${behind.join('; ')}.`,
  ];
}

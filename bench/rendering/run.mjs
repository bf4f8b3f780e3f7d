// npm run bench:rendering [KILOBYTES …]
// What a paper of each size costs the host when it is opened, and what one character typed in its middle
// costs then: reading with places and roles, drawing, and finding what changed on the page. markdown-it's
// own parser and renderer, which keep no places, know no roles and always render everything, run beside
// it on the same text.
import createMarkdownIt from 'markdown-it';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { main, root } from '../../scripts/project.mjs';
import { inFolder, loadModules, report } from '../runner.mjs';

const sizes = process.argv.slice(2).map(Number);
const rounds = 9;
const modules = [
  'core/paper/readPaper.ts',
  'core/rendering/renderPaper.ts',
  'core/rendering/changesBetween.ts',
];

/** The sample paper over and over, each time under a number of its own. */
function paperOf(format, sample, length) {
  const body = sample.replace(/^---\n[\s\S]*?\n---\n/, '');
  let text = sample;
  for (let part = 1; text.length < length; part += 1)
    text +=
      format === 'markdown'
        ? `\n\n# Part ${part}\n\n${body.replace(/\[\^/g, `[^${part}-`)}`
        : `\n\n${body}`;
  return text.slice(0, length);
}

/** Processor time in milliseconds: on a busy machine the clock also counts what others do. */
function measure(times, name, work) {
  const started = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(started);
  (times[name] ??= []).push((user + system) / 1000);
  return result;
}

const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

function run(parts, format, sample, kilobytes) {
  const { readPaper, readPaperAgain, renderPaper, changesBetween } = parts;
  const peer = createMarkdownIt({ html: true, linkify: true });
  const options = { format, name: 'paper' };
  const times = {};
  let text = paperOf(format, sample, kilobytes * 1000);
  let reading = readPaperAgain(null, text, options);
  let rendered = renderPaper(reading.paper);
  let put = 0;
  for (let round = 0; round < rounds; round += 1) {
    const at = text.indexOf('the ', text.length / 2) + round;
    // A string in one piece, as an editor hands it out.
    text = Buffer.from(`${text.slice(0, at)}x${text.slice(at)}`).toString();
    measure(times, 'peer', () => peer.render(text));
    const fresh = measure(times, 'freshRead', () => readPaper(text, options));
    measure(times, 'freshDraw', () => renderPaper(fresh));
    reading = measure(times, 'read', () => readPaperAgain(reading, text, options));
    const next = measure(times, 'draw', () => renderPaper(reading.paper));
    const changes = measure(times, 'changes', () => changesBetween(rendered, next));
    put = changes.filter((change) => 'put' in change).length;
    rendered = next;
  }
  const row = Object.fromEntries(
    Object.entries(times).map(([name, values]) => [name, Math.round(median(values) * 10) / 10]),
  );
  const character = Math.round((row.read + row.draw + row.changes) * 10) / 10;
  return { format, kilobytes, parts: rendered.parts.length, put, ...row, character };
}

const samples = [
  ['markdown', 'samples/grid-resilience-brief.md'],
  ['text', 'samples/harbour-security-working-paper.txt'],
];

await main(() =>
  inFolder(async (folder) => {
    const parts = await loadModules(folder, modules);
    const runs = [];
    for (const [format, file] of samples) {
      const sample = await readFile(path.join(root, file), 'utf8');
      run(parts, format, sample, 100);
      for (const size of sizes.length > 0 ? sizes : [20, 100, 1000])
        runs.push(run(parts, format, sample, size));
    }
    await print({ rounds, node: process.version, runs });
  }),
);

async function print(figures) {
  const lines = [
    '# A paper opened, and one character typed in its middle',
    '',
    `Processor milliseconds, the median of ${figures.rounds}. Node ${figures.node}.`,
    '',
    '| format | kB | parts | markdown-it: parse and render | read afresh | drawn afresh | typed: read | drawn | changes | all of a character | parts put |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...figures.runs.map(
      (each) =>
        `| ${each.format} | ${each.kilobytes} | ${each.parts} | ${each.peer} | ${each.freshRead} | ${each.freshDraw} | ${each.read} | ${each.draw} | ${each.changes} | ${each.character} | ${each.put} |`,
    ),
    '',
  ];
  await report('rendering', lines, figures);
}

// npm run bench:rendering [KILOBYTES …]
// What one typed character costs in a Markdown paper of each size: parsing with places, reading with roles,
// rendering, and finding what changed on the page. markdown-it's own parser and renderer, which keep
// no places, know no roles and always render everything, run beside it on the same text.
import { build } from 'esbuild';
import createMarkdownIt from 'markdown-it';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { main, root } from '../../scripts/project.mjs';

const sizes = process.argv.slice(2).map(Number);
const rounds = 9;

async function loadParts(folder) {
  const outfile = path.join(folder, 'parts.mjs');
  await build({
    stdin: {
      contents: `export { parseMarkdown } from './src/core/paper/markdown/markdownTokens.ts';
export { readPaper } from './src/core/paper/readPaper.ts';
export { renderPaper } from './src/core/rendering/renderPaper.ts';
export { changesBetween } from './src/core/rendering/changesBetween.ts';`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}

/** The sample paper over and over, each time under a number of its own. */
function paperOf(sample, length) {
  const body = sample.replace(/^---\n[\s\S]*?\n---\n/, '');
  let text = sample;
  for (let part = 1; text.length < length; part += 1)
    text += `\n\n# Part ${part}\n\n${body.replace(/\[\^/g, `[^${part}-`)}`;
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

function run(parts, sample, kilobytes) {
  const { parseMarkdown, readPaper, renderPaper, changesBetween } = parts;
  const peer = createMarkdownIt({ html: true, linkify: true });
  const times = {};
  let text = paperOf(sample, kilobytes * 1000);
  let rendered = null;
  let put = 0;
  for (let round = 0; round < rounds; round += 1) {
    const at = text.indexOf('the ', text.length / 2);
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    measure(times, 'peerParse', () => peer.parse(text, {}));
    measure(times, 'peerRender', () => peer.render(text));
    measure(times, 'parse', () => parseMarkdown(text));
    const options = { format: 'markdown', name: 'paper.md' };
    const paper = measure(times, 'read', () => readPaper(text, options));
    const next = measure(times, 'render', () => renderPaper(paper));
    const changes = measure(times, 'changes', () => changesBetween(rendered, next));
    put = changes.filter((change) => 'put' in change).length;
    rendered = next;
  }
  const row = Object.fromEntries(
    Object.entries(times).map(([name, values]) => [name, Math.round(median(values) * 10) / 10]),
  );
  const keystroke = Math.round((row.read + row.render + row.changes) * 10) / 10;
  return { kilobytes, parts: rendered.parts.length, put, ...row, keystroke };
}

await main(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-rendering-'));
  try {
    const parts = await loadParts(folder);
    const sample = await readFile(path.join(root, 'samples/grid-resilience-brief.md'), 'utf8');
    run(parts, sample, 100);
    const runs = (sizes.length > 0 ? sizes : [20, 100, 1000]).map((size) =>
      run(parts, sample, size),
    );
    await print({ rounds, node: process.version, runs });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function print(report) {
  const lines = [
    '# One typed character in a Markdown paper',
    '',
    `Processor milliseconds, the median of ${report.rounds}. Node ${report.node}.`,
    '',
    '| kB | parts | put | markdown-it: parse | parse and render | ours: parse with places | read (parse included) | render | changes | one character |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...report.runs.map(
      (each) =>
        `| ${each.kilobytes} | ${each.parts} | ${each.put} | ${each.peerParse} | ${each.peerRender} | ${each.parse} | ${each.read} | ${each.render} | ${each.changes} | ${each.keystroke} |`,
    ),
    '',
  ];
  console.log(lines.join('\n'));
  const folder = path.join(root, 'bench/results');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'rendering.md'), lines.join('\n'));
  await writeFile(path.join(folder, 'rendering.json'), `${JSON.stringify(report, null, 2)}\n`);
}

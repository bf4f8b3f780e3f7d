// npm run bench:reading -- [--details]
// Reads every labelled paper of the formats that are read, and scores title, authors, date, sections, points
// and tags against the labels; then the same for peers on the formats that each reads. --details lists what is wrong.
import { mkdir, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { URL } from 'node:url';
import { loadCore, loadReaders } from '../../scripts/loadCore.mjs';
import { readPaperFile } from '../../scripts/readPaperFile.mjs';
import { markdownReading } from './markdownPeer.mjs';
import { defuddleReading, mammothReading, readabilityReading } from './pagePeers.mjs';
import { pdfjsReading } from './pdfPeer.mjs';
import { f1, score, total } from './score.mjs';
import { labelledPapers } from './truth.mjs';

const results = new URL('../results/', import.meta.url);
const ratio = (part, whole) => (whole === 0 ? null : part / whole);
const shown = (value) =>
  value === null ? '–' : typeof value === 'boolean' ? (value ? 'yes' : 'NO') : value.toFixed(2);

function row(name, { title, author, date, sections, points, tags }) {
  return {
    paper: name,
    title,
    'author F1': f1(author),
    date,
    'section F1': sections === null ? null : f1(sections),
    'points right': ratio(points.right, points.reported),
    'points found': ratio(points.found, points.expected),
    'points reported': points.reported,
    'points labelled': points.expected,
    'tag F1': f1(tags),
  };
}

function totals(name, scores) {
  const share = (key) => scores.filter((each) => each[key]).length / scores.length;
  const points = total(scores.map((each) => each.points));
  return {
    paper: name,
    title: share('title'),
    'author F1': f1(total(scores.map(({ author }) => author))),
    date: share('date'),
    'section F1': f1(total(scores.map(({ sections }) => sections))),
    'points right': ratio(points.right, points.reported),
    'points found': ratio(points.found, points.expected),
    'points reported': points.reported,
    'points labelled': points.expected,
    'tag F1': f1(total(scores.map(({ tags }) => tags))),
  };
}

function table(rows) {
  const columns = Object.keys(rows[0]);
  const cell = (value) =>
    typeof value === 'string' || Number.isInteger(value) ? String(value) : shown(value);
  const cells = [columns, ...rows.map((each) => columns.map((column) => cell(each[column])))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at].length)));
  const line = (texts) => `| ${texts.map((text, at) => text.padEnd(widths[at])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
}

/** Peers by format: what each makes of a paper's bytes. */
const peers = [
  ['a plain Markdown reader', ['md', 'txt'], (bytes) => markdownReading(bytes.toString('utf8'))],
  ['Readability', ['html'], readabilityReading],
  ['defuddle', ['html'], defuddleReading],
  ['a plain pdf.js reader', ['pdf'], pdfjsReading],
  ["mammoth's headings", ['docx'], mammothReading],
];

const { readers } = await loadReaders();
const papers = labelledPapers(['md', 'txt', ...Object.keys(readers)]);
if (papers === null) {
  console.log('No labelled papers: ../shared/corpus is absent, so nothing was measured.');
} else {
  const { summarizePaper } = await loadCore();
  const scored = [];
  for (const paper of papers) {
    const read = summarizePaper((await readPaperFile(paper.place)).paper);
    scored.push({ ...paper, read, score: score(read, paper.label) });
  }
  const rows = scored.map((each) => row(each.file, each.score));
  rows.push(totals('all papers', scores(scored)));
  for (const [name, formats, peer] of peers) {
    const own = scored.filter(({ format }) => formats.includes(format));
    if (own.length === 0) continue;
    const theirs = [];
    for (const { bytes, label } of own) theirs.push(score(await peer(bytes), label));
    rows.push(totals(`ours: ${formats.join(', ')}`, scores(own)), totals(`peer: ${name}`, theirs));
  }
  console.log(table(rows));
  if (process.argv.includes('--details')) showDetails(scored);
  await mkdir(results, { recursive: true });
  await writeFile(new URL('reading.json', results), `${JSON.stringify(rows, null, 2)}\n`);
  await writeFile(new URL('reading.md', results), `# Reading\n\n${table(rows)}\n`);
}

function scores(scored) {
  return scored.map((each) => each.score);
}

function showDetails(scored) {
  for (const { file, read, label, score: own } of scored) {
    const { title, author, date, sections, points, tags } = own;
    const said = [
      title ? '' : `title: ${read.title} / ${label.title}`,
      f1(author) === 1 ? '' : `authors: ${read.authors.join(', ')} / ${label.authors.join(', ')}`,
      date ? '' : `date: ${read.date} / ${label.date}`,
      sections === null || f1(sections) === 1
        ? ''
        : `sections: ${JSON.stringify(read.sections)} / ${JSON.stringify(label.sections)}`,
      f1(tags) === 1 ? '' : `tags: ${read.tags.join(', ')} / ${label.tags.join(', ')}`,
      ...points.wrong.map((point) => `wrong point: ${point.slice(0, 120)}`),
      ...points.missed.map((point) => `missed point: ${point.slice(0, 120)}`),
    ].filter((line) => line !== '');
    if (said.length > 0) console.log(`\n${file}\n  ${said.join('\n  ')}`);
  }
}

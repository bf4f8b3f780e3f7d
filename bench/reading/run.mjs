// npm run bench:reading -- [--peer] [--details]
// Reads every labelled Markdown and text paper and scores title, author, date, sections, points and
// tags against the labels. --peer adds a plain Markdown reader; --details lists what is wrong.
import { mkdir, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { URL } from 'node:url';
import { loadCore } from '../../scripts/loadCore.mjs';
import { peerReading } from './peer.mjs';
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
    author,
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
    author: share('author'),
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

const papers = labelledPapers();
if (papers === null) {
  console.log('No labelled papers: ../shared/corpus is absent, so nothing was measured.');
} else {
  const { readPaper, summarizePaper } = await loadCore();
  const read = ({ file, text }) =>
    summarizePaper(
      readPaper(text, { format: file.endsWith('.md') ? 'markdown' : 'text', name: file }),
    );
  const scored = papers.map((paper) => ({ ...paper, read: read(paper) }));
  const scores = scored.map(({ read: reading, label }) => score(reading, label));
  const rows = scored.map(({ file }, at) => row(file, scores[at]));
  rows.push(totals('all papers', scores));
  if (process.argv.includes('--peer')) {
    const peer = papers.map(({ text, label }) => score(peerReading(text), label));
    rows.push(totals('peer: plain Markdown reader', peer));
  }
  console.log(table(rows));
  if (process.argv.includes('--details')) {
    for (const [at, { file, read: reading, label }] of scored.entries()) {
      const { title, author, date, sections, points, tags } = scores[at];
      const said = [
        title ? '' : `title: ${reading.title} / ${label.title}`,
        author ? '' : `authors: ${reading.authors.join(', ')} / ${label.authors.join(', ')}`,
        date ? '' : `date: ${reading.date} / ${label.date}`,
        sections === null || f1(sections) === 1
          ? ''
          : `sections: ${JSON.stringify(reading.sections)} / ${JSON.stringify(label.sections)}`,
        f1(tags) === 1 ? '' : `tags: ${reading.tags.join(', ')} / ${label.tags.join(', ')}`,
        ...points.wrong.map((point) => `wrong point: ${point.slice(0, 120)}`),
        ...points.missed.map((point) => `missed point: ${point.slice(0, 120)}`),
      ].filter((line) => line !== '');
      if (said.length > 0) console.log(`\n${file}\n  ${said.join('\n  ')}`);
    }
  }
  await mkdir(results, { recursive: true });
  await writeFile(new URL('reading.json', results), `${JSON.stringify(rows, null, 2)}\n`);
  await writeFile(new URL('reading.md', results), `# Reading\n\n${table(rows)}\n`);
}

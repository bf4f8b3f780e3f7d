// Scores what was read of a paper against its label.
import { folded } from './truth.mjs';

const same = (a, b) => folded(a) === folded(b);
const among = (text, accepted) => accepted.some((each) => same(text, each));

/** Hits, reported and expected counts of two lists, each expected entry found at most once. */
function counts(reported, expected, matches = same) {
  const left = [...expected];
  let hits = 0;
  for (const each of reported) {
    const at = left.findIndex((other) => matches(each, other));
    if (at < 0) continue;
    left.splice(at, 1);
    hits += 1;
  }
  return { hits, reported: reported.length, expected: expected.length };
}

function title(read, label) {
  const accepted = [label.title, ...(label.title_also_ok ?? [])].filter((each) => each !== null);
  if (accepted.length === 0) return read === null;
  return read !== null && among(read, accepted);
}

/** Another form of a name stands for it; where no name is expected, it counts for nothing. */
function authors(read, label) {
  const also = label.authors_also_ok ?? [];
  if (label.authors.length === 0)
    return counts(
      read.filter((name) => !among(name, also)),
      [],
    );
  return counts(read, label.authors, (name, other) => same(name, other) || among(name, also));
}

function date(read, label) {
  return [label.date, ...(label.date_also_ok ?? [])].includes(read);
}

function points(read, label) {
  const reported = [...read.keyPoints, ...read.recommendations];
  const short = label.key_points_short ?? [];
  const optional = label.key_points_optional ?? [];
  const found = label.key_points.filter(
    (point, index) => among(point, reported) || (short[index] && among(short[index], reported)),
  );
  const right = reported.filter((point) =>
    among(point, [...label.key_points, ...short, ...optional]),
  );
  return {
    right: right.length,
    reported: reported.length,
    found: found.length,
    expected: label.key_points.length,
    wrong: reported.filter((point) => !right.includes(point)),
    missed: label.key_points.filter((point) => !found.includes(point)),
  };
}

/** The score of one reading: what is right, and counts that add up over papers. */
export function score(read, label) {
  const sectionText = ({ level, title: words, text }) => `${level} ${folded(words ?? text)}`;
  return {
    title: title(read.title, label),
    author: authors(read.authors, label),
    date: date(read.date, label),
    sections:
      label.sections === null
        ? null
        : counts(read.sections.map(sectionText), label.sections.map(sectionText)),
    points: points(read, label),
    tags: counts(read.tags, label.tags),
  };
}

/** F1 of counts; 1 where nothing was expected and nothing reported. */
export function f1({ hits, reported, expected }) {
  return reported + expected === 0 ? 1 : (2 * hits) / (reported + expected);
}

/** Adds counts up. */
export function total(all) {
  const sum = {};
  for (const each of all.filter((one) => one !== null))
    for (const [key, value] of Object.entries(each))
      if (typeof value === 'number') sum[key] = (sum[key] ?? 0) + value;
  return sum;
}

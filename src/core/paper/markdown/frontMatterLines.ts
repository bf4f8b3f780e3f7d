import type { FrontMatterValue } from './frontMatter.ts';
import type { HeaderForm } from './frontMatterHeader.ts';

interface Piece {
  readonly text: string;
  readonly start: number;
}

/** Reads a header line by line: what is no well-formed YAML, and the forms that are lines by design. */
export function scanEntries(
  content: string,
  offset: number,
  form: HeaderForm,
): ReadonlyMap<string, FrontMatterValue> {
  const pieces = linePieces(content, offset);
  if (form === 'pandoc') return pandocFields(pieces);
  const fields = new Map<string, FrontMatterValue>();
  let tables: Map<string, FrontMatterValue> | null = null;
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at] ?? { text: '', start: 0 };
    const table = form === 'toml' ? /^\s*(\[{1,2})([^[\]]+)\]{1,2}\s*$/u.exec(piece.text) : null;
    if (table !== null) {
      tables = table[1] === '[[' ? newTable(fields, table[2] ?? '', piece) : null;
      at += 1;
      continue;
    }
    const entry = /^([^\s:=#-][^:=\r\n]{0,60})[:=]([ \t].*|)$/u.exec(piece.text);
    if (entry === null) {
      at += 1;
      continue;
    }
    const key = (entry[1] ?? '')
      .trim()
      .replace(/^["']|["']$/gu, '')
      .toLowerCase();
    const { count, value } = valueFrom(pieces, at, piece.text.length - (entry[2] ?? '').length);
    const target = tables ?? fields;
    if (!target.has(key)) target.set(key, value);
    at += count;
  }
  return fields;
}

function newTable(
  fields: Map<string, FrontMatterValue>,
  name: string,
  { start, text }: Piece,
): Map<string, FrontMatterValue> {
  const key = name.trim().toLowerCase();
  const entries = new Map<string, FrontMatterValue>();
  const range = { start, end: start + text.length };
  const item = { text: '', range, items: [], fields: entries };
  const before = fields.get(key);
  fields.set(key, { text: '', range, items: [...(before?.items ?? []), item], fields: new Map() });
  return entries;
}

function linePieces(content: string, offset: number): readonly Piece[] {
  let start = offset;
  return content.split('\n').map((line) => {
    const piece = { text: line.replace(/\r$/u, ''), start };
    start += line.length + 1;
    return piece;
  });
}

function pandocFields(pieces: readonly Piece[]): ReadonlyMap<string, FrontMatterValue> {
  const names = ['title', 'author', 'date'];
  const fields = new Map<string, FrontMatterValue>();
  let rest = pieces;
  for (const name of names) {
    const first = rest[0];
    if (first === undefined) break;
    const more = rest.slice(1).findIndex(({ text }) => text.startsWith('%'));
    const own = more < 0 ? rest : rest.slice(0, more + 1);
    rest = rest.slice(own.length);
    const value = joined([
      { text: first.text.replace(/^%/u, ' '), start: first.start },
      ...own.slice(1),
    ]);
    if (value.text !== '') fields.set(name, value);
  }
  return fields;
}

/** The value of the entry at a line, with the lines that continue it. */
function valueFrom(
  pieces: readonly Piece[],
  at: number,
  column: number,
): { count: number; value: FrontMatterValue } {
  const line = pieces[at] ?? { text: '', start: 0 };
  const first = { text: line.text.slice(column), start: line.start + column };
  const openList = first.text.trim().startsWith('[');
  let count = 1;
  const more: Piece[] = [];
  let closed = first.text.includes(']');
  for (let next = pieces[at + count]; next !== undefined; next = pieces[at + count]) {
    const continues = openList ? !closed : /^(?:[ \t]+\S|[ \t]*- )/u.test(next.text);
    if (!continues) break;
    closed ||= next.text.includes(']');
    more.push(next);
    count += 1;
  }
  if (openList) return { count, value: inlineList([first, ...more]) };
  const items = more.filter(({ text }) => /^\s*- /u.test(text));
  if (first.text.trim() === '' && items.length > 0) {
    const values = items.map(({ text, start }) => plain({ text: text.replace('-', ' '), start }));
    return { count, value: { ...joined([first, ...more]), text: '', items: values } };
  }
  const block = /^\s*[|>][+-]?\s*$/u.test(first.text);
  return { count, value: joined(block ? more : [first, ...more]) };
}

function inlineList(pieces: readonly Piece[]): FrontMatterValue {
  const items = pieces.flatMap(({ text, start }) =>
    [...text.matchAll(/"[^"]*"|'[^']*'|[^,[\]"'\s][^,[\]]*/gu)].map((match) =>
      plain({ text: match[0], start: start + match.index }),
    ),
  );
  return { ...joined(pieces), text: '', items: items.filter(({ text }) => text !== '') };
}

function joined(pieces: readonly Piece[]): FrontMatterValue {
  const values = pieces.map(plain).filter(({ text }) => text !== '');
  const start = values[0]?.range.start ?? pieces[0]?.start ?? 0;
  const end = values.at(-1)?.range.end ?? start;
  return {
    text: values.map(({ text }) => text).join(' '),
    range: { start, end },
    items: [],
    fields: new Map(),
  };
}

function plain({ text, start }: Piece): FrontMatterValue {
  const shown = text.trim();
  const quoted = /^(["'])(.*)\1$/u.exec(shown);
  const inner = quoted?.[2] ?? shown;
  const from = start + text.length - text.trimStart().length + (quoted === null ? 0 : 1);
  return {
    text: inner.replace(/\s+/gu, ' ').trim(),
    range: { start: from, end: from + inner.length },
    items: [],
    fields: new Map(),
  };
}

import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import type { FrontMatterValue } from './frontMatter.ts';

/** Deeper than any header is; what lies deeper is left out. */
const deepest = 8;

/** The fields of a YAML mapping that starts at an offset of the source; null where it is not well formed. */
export function parseYaml(
  content: string,
  offset: number,
): ReadonlyMap<string, FrontMatterValue> | null {
  const document = parsed(content);
  if (document === null || document.errors.length > 0) return null;
  if (document.contents === null) return new Map();
  if (!isMap(document.contents)) return null;
  return valueOf(document.contents, content, offset, document, 0).fields;
}

function parsed(content: string): Document | null {
  try {
    // Failsafe: everything is text, so a date or a number stays as it is printed.
    return parseDocument(content, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  } catch {
    // The parser recurses; a hostile header can exhaust the stack.
    return null;
  }
}

function valueOf(
  node: unknown,
  content: string,
  offset: number,
  document: Document,
  depth: number,
): FrontMatterValue {
  const empty = { text: '', range: { start: offset, end: offset }, items: [], fields: new Map() };
  if (depth > deepest) return empty;
  const below = (child: unknown): FrontMatterValue =>
    valueOf(child, content, offset, document, depth + 1);
  if (isAlias(node)) return below(node.resolve(document));
  if (isScalar(node))
    return { ...empty, ...scalar(node.range, String(node.value), content, offset) };
  if (isSeq(node))
    return { ...empty, range: place(node.range, offset), items: node.items.map(below) };
  if (!isMap(node)) return empty;
  const fields = new Map<string, FrontMatterValue>();
  for (const { key, value } of node.items) {
    const name = (isScalar(key) ? String(key.value) : '').trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, below(value));
  }
  return { ...empty, range: place(node.range, offset), fields };
}

type NodeRange = readonly [number, number, number] | null | undefined;

function place(range: NodeRange, offset: number): { start: number; end: number } {
  return { start: offset + (range?.[0] ?? 0), end: offset + (range?.[1] ?? 0) };
}

function scalar(
  range: NodeRange,
  value: string,
  content: string,
  offset: number,
): Pick<FrontMatterValue, 'text' | 'range'> {
  const folded = value.replace(/\s+/gu, ' ').trim();
  const text = /^(?:null|~)$/iu.test(folded) ? '' : folded;
  let { start, end } = place(range, 0);
  const quote = content[start];
  if ((quote === '"' || quote === "'") && content[end - 1] === quote && end - start > 1) {
    start += 1;
    end -= 1;
  }
  const written = content.slice(start, end);
  start += written.length - written.trimStart().length;
  end = start + written.trim().length;
  return { text, range: { start: offset + start, end: offset + end } };
}

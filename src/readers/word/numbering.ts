import { letters, roman } from '../numerals.ts';
import { child, valueOf, type XmlElement } from './xml.ts';

/** A level of a list: how its markers are made. */
interface Level {
  readonly format: string;
  /** "%1.%2": numbers of the levels in the words between them. */
  readonly text: string;
  readonly start: number;
  /** The style whose paragraphs are numbered at this level. */
  readonly style: string | null;
}

/** What is printed before a numbered paragraph: null for a plain bullet. */
export interface Marker {
  readonly text: string | null;
  /** From 0. */
  readonly level: number;
  readonly isOrdered: boolean;
}

/** The numbering of a document, counting as its paragraphs come. */
export interface Numbering {
  /** The marker of the next paragraph of a list; null where there is none to be seen. */
  next(id: string, level: number): Marker | null;
  /** The level at which a list numbers the paragraphs of a style. */
  levelOfStyle(id: string, style: string): number | null;
}

interface List {
  readonly levels: ReadonlyMap<number, Level>;
  /** Lists of the same kind count on where one of them ended. */
  readonly counter: string;
  readonly restarts: ReadonlyMap<number, number>;
}

/** Reads the lists of a document. */
export function readNumbering(root: XmlElement | null): Numbering {
  const kinds = new Map<string, XmlElement>();
  const lists = new Map<string, List>();
  for (const element of root?.children ?? []) {
    const kind = element.attributes['w:abstractNumId'];
    if (element.name === 'w:abstractNum' && kind !== undefined) kinds.set(kind, element);
  }
  for (const element of root?.children ?? []) {
    const id = element.attributes['w:numId'];
    if (element.name !== 'w:num' || id === undefined) continue;
    lists.set(id, listOf(element, kinds));
  }
  const counts = new Map<string, number[]>();
  const started = new Set<string>();
  return {
    next(id, level) {
      const list = lists.get(id);
      const own = list?.levels.get(level);
      if (list === undefined || own === undefined || own.format === 'none') return null;
      if (own.format === 'bullet') return { text: null, level, isOrdered: false };
      const count = counts.get(list.counter) ?? [];
      counts.set(list.counter, count);
      const restart = list.restarts.get(level);
      if (restart !== undefined && !started.has(`${id} ${level}`)) count[level] = restart;
      else count[level] = (count[level] ?? startOf(list, level) - 1) + 1;
      started.add(`${id} ${level}`);
      count.length = level + 1;
      const text = own.text.replace(/%([1-9])/gu, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = list.levels.get(at)?.format ?? 'decimal';
        return numeral(format, count[at] ?? startOf(list, at));
      });
      return text.trim() === '' ? null : { text: text.trim(), level, isOrdered: true };
    },
    levelOfStyle(id, style) {
      for (const [level, each] of lists.get(id)?.levels ?? [])
        if (each.style === style) return level;
      return null;
    },
  };
}

function startOf({ levels }: List, level: number): number {
  return levels.get(level)?.start ?? 1;
}

function listOf(element: XmlElement, kinds: ReadonlyMap<string, XmlElement>): List {
  const counter = valueOf(element, 'w:abstractNumId') ?? '';
  const levels = new Map<number, Level>();
  const restarts = new Map<number, number>();
  for (const each of kindOf(counter, kinds)?.children ?? [])
    if (each.name === 'w:lvl') levels.set(Number(each.attributes['w:ilvl'] ?? 0), levelOf(each));
  for (const each of element.children) {
    if (each.name !== 'w:lvlOverride') continue;
    const level = Number(each.attributes['w:ilvl'] ?? 0);
    const own = child(each, 'w:lvl');
    if (own !== null) levels.set(level, levelOf(own));
    const start = Number(valueOf(each, 'w:startOverride') ?? Number.NaN);
    if (Number.isInteger(start)) restarts.set(level, start);
  }
  return { levels, counter, restarts };
}

/** A kind of list, or the one that it gets its levels from by a style. */
function kindOf(id: string, kinds: ReadonlyMap<string, XmlElement>): XmlElement | undefined {
  const own = kinds.get(id);
  const link = own === undefined ? null : valueOf(own, 'w:numStyleLink');
  if (link === null) return own;
  return [...kinds.values()].find((each) => valueOf(each, 'w:styleLink') === link) ?? own;
}

function levelOf(element: XmlElement): Level {
  const start = Number(valueOf(element, 'w:start') ?? 1);
  return {
    format: valueOf(element, 'w:numFmt') ?? 'decimal',
    text: valueOf(element, 'w:lvlText') ?? '',
    start: Number.isInteger(start) ? start : 1,
    style: valueOf(element, 'w:pStyle'),
  };
}

/** A number in one of the formats of the standard; in digits for those of other scripts. */
function numeral(format: string, value: number): string {
  switch (format) {
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return `${value}`.padStart(2, '0');
    case 'ordinal':
      return `${value}.`;
    default:
      return `${value}`;
  }
}

import { Parser } from 'htmlparser2';

/** An element of a part of a Word file; names have the prefixes that the standard uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly XmlElement[];
  /** The text that stands in the element itself. */
  readonly text: string;
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

/** Usual prefixes of the namespaces, of both the transitional and the strict form (ISO/IEC 29500). */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:\d{4}\/)?main$/u, 'w'],
  [/\/officeDocument\/(?:\d{4}\/)?relationships$/u, 'r'],
  [/\/drawingml\/(?:\d{4}\/)?main$/u, 'a'],
  [/\/drawingml\/(?:\d{4}\/)?wordprocessingDrawing$/u, 'wp'],
  [/\/markup-compatibility\/2006$/u, 'mc'],
  [/\/officeDocument\/(?:\d{4}\/)?math$/u, 'm'],
  [/:vml$/u, 'v'],
  [/\/metadata\/core-properties$/u, 'cp'],
  [/\/dc\/elements\/1\.1\/?$/u, 'dc'],
  [/\/dc\/terms\/?$/u, 'dcterms'],
];

/** Elements nest as deep as this; what is nested deeper is left out with what is in it. */
const deepest = 400;

/** Parses XML. Entities that a file declares are not expanded; of what is broken, what could be read stays. */
export function parseXml(text: string): XmlElement {
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open: Growing[] = [root];
  const renamed = new Map<string, string>();
  let leftOut = 0;
  const nameOf = (name: string): string => {
    const colon = name.indexOf(':');
    if (colon < 0) {
      const own = renamed.get('');
      return own === undefined ? name : `${own}:${name}`;
    }
    const prefix = renamed.get(name.slice(0, colon));
    return prefix === undefined ? name : `${prefix}${name.slice(colon)}`;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length >= deepest) {
          leftOut += 1;
          return;
        }
        for (const [key, value] of Object.entries(attributes)) declare(renamed, key, value);
        const named = Object.entries(attributes).map(([key, value]): [string, string] => [
          key.includes(':') ? nameOf(key) : key,
          value,
        ]);
        const element: Growing = {
          name: nameOf(name),
          attributes: Object.fromEntries(named),
          children: [],
          text: '',
        };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(data) {
        const last = open.at(-1);
        if (last !== undefined && leftOut === 0) last.text += data;
      },
      onclosetag() {
        if (leftOut > 0) leftOut -= 1;
        else if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  return root.children[0] ?? root;
}

function declare(renamed: Map<string, string>, key: string, value: string): void {
  if (key !== 'xmlns' && !key.startsWith('xmlns:')) return;
  const usual = prefixes.find(([uri]) => uri.test(value))?.[1];
  if (usual !== undefined) renamed.set(key.slice('xmlns:'.length), usual);
}

/** The first child of a name; null without one. */
export function child(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((each) => each.name === name) ?? null;
}

/** The `w:val` of a child; null without one. */
export function valueOf(element: XmlElement | null, name: string): string | null {
  return child(element, name)?.attributes['w:val'] ?? null;
}

/** What a switch of the format says: on where it is named, off where its value says so, null where it is not named. */
export function switchOf(element: XmlElement | null, name: string): boolean | null {
  const found = child(element, name);
  if (found === null) return null;
  return !/^(?:0|false|off|none)$/u.test(found.attributes['w:val'] ?? 'true');
}

/** All elements below one that have a name, in order. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  const rest = [...element.children].reverse();
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (next.name === name) yield next;
    for (let at = next.children.length - 1; at >= 0; at -= 1) {
      const inner = next.children[at];
      if (inner !== undefined) rest.push(inner);
    }
  }
}

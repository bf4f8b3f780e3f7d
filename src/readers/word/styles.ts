import { child, switchOf, valueOf, type XmlElement } from './xml.ts';

/** How text looks, as a style or a run says it; null where it says nothing. */
export interface RunLook {
  readonly isBold: boolean | null;
  readonly isItalic: boolean | null;
  readonly isCapitals: boolean | null;
  readonly isHidden: boolean | null;
  /** In half points. */
  readonly size: number | null;
  readonly color: string | null;
  readonly position: 'superscript' | 'subscript' | null;
  readonly isStruck: boolean | null;
  readonly isCode: boolean | null;
}

/** What a style says of paragraphs, with what it is based on. */
export interface WordStyle extends RunLook {
  /** In lower case: "heading 1", "list bullet"; empty for none. */
  readonly name: string;
  /** Level of a heading from 1, or null. */
  readonly level: number | null;
  readonly numbering: string | null;
  readonly numberingLevel: number | null;
  readonly alignment: string | null;
}

/** The styles of a document. */
export interface WordStyles {
  /** A style by its id; the default style of paragraphs for null. */
  find(id: string | null): WordStyle;
}

const nothing: WordStyle = {
  name: '',
  level: null,
  numbering: null,
  numberingLevel: null,
  alignment: null,
  isBold: null,
  isItalic: null,
  isCapitals: null,
  isHidden: null,
  size: null,
  color: null,
  position: null,
  isStruck: null,
  isCode: null,
};

/** Reads the styles; styles that are based on each other in a circle end where they meet again. */
export function readStyles(root: XmlElement | null): WordStyles {
  const elements = new Map<string, XmlElement>();
  let standard: string | null = null;
  for (const element of root?.children ?? []) {
    const id = element.attributes['w:styleId'];
    if (element.name !== 'w:style' || id === undefined) continue;
    elements.set(id, element);
    const isStandard = /^(?:1|true|on)$/u.test(element.attributes['w:default'] ?? '');
    if (isStandard && element.attributes['w:type'] === 'paragraph') standard = id;
  }
  const defaults = lookOf(child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'));
  const resolved = new Map<string, WordStyle>();
  const find = (id: string | null, above: readonly string[]): WordStyle => {
    const element = id === null || above.includes(id) ? undefined : elements.get(id);
    if (id === null || element === undefined) return { ...nothing, ...defaults };
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const base = find(valueOf(element, 'w:basedOn'), [...above, id]);
    const style = merged(base, ownStyle(element));
    resolved.set(id, style);
    return style;
  };
  return { find: (id) => find(id ?? standard, []) };
}

function ownStyle(element: XmlElement): WordStyle {
  const name = (valueOf(element, 'w:name') ?? '').toLowerCase();
  const paragraph = child(element, 'w:pPr');
  const numbering = child(paragraph, 'w:numPr');
  return {
    ...lookOf(child(element, 'w:rPr')),
    name,
    level: levelByName(name) ?? outlineLevel(paragraph),
    numbering: valueOf(numbering, 'w:numId'),
    numberingLevel: numbering === null ? null : Number(valueOf(numbering, 'w:ilvl') ?? 0),
    alignment: valueOf(paragraph, 'w:jc'),
  };
}

function levelByName(name: string): number | null {
  const level =
    /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift) ?([1-9])\b/u.exec(
      name,
    )?.[1];
  return level === undefined ? null : Number(level);
}

/** Whether a style is that of a paper's title; titles of its parts in that style head nothing. */
export function isTitleStyle(name: string): boolean {
  return /^(?:title|titel|titre|título)$/u.test(name);
}

/** The outline level of a paragraph or style, from 1; body text has none. */
export function outlineLevel(properties: XmlElement | null): number | null {
  const level = Number(valueOf(properties, 'w:outlineLvl') ?? 9);
  return Number.isInteger(level) && level >= 0 && level < 9 ? level + 1 : null;
}

/** What one look says where it says something, else what the other says. */
export function merged(base: WordStyle, own: Partial<WordStyle>): WordStyle {
  const said = Object.entries(own).filter(([, value]) => value !== null);
  return { ...base, ...(Object.fromEntries(said) as Partial<WordStyle>) };
}

/** What the properties of a run say of its look. */
export function lookOf(properties: XmlElement | null): RunLook {
  const size = Number(valueOf(properties, 'w:sz') ?? Number.NaN);
  const position = valueOf(properties, 'w:vertAlign');
  const font = child(properties, 'w:rFonts')?.attributes['w:ascii'] ?? '';
  const color = valueOf(properties, 'w:color');
  return {
    isBold: switchOf(properties, 'w:b'),
    isItalic: switchOf(properties, 'w:i'),
    isCapitals: switchOf(properties, 'w:caps'),
    isHidden: switchOf(properties, 'w:vanish'),
    size: Number.isFinite(size) ? size : null,
    color: color === 'auto' ? null : color,
    position: position === 'superscript' || position === 'subscript' ? position : null,
    isStruck: switchOf(properties, 'w:strike'),
    isCode: /^(?:courier|consolas|menlo|monaco|lucida console)/iu.test(font) ? true : null,
  };
}

import type { StatedFact } from '../../core/paper/document/paperDocument.ts';
import type { WordItem } from './wordItem.ts';
import type { XmlElement } from './xml.ts';

/**
 * What a file's own properties state. They are copied from one document to the next, name who saved the file
 * last, and date the file, not the paper: none of them is believed against the page.
 */
const properties: Readonly<Record<string, readonly [StatedFact['field'], number]>> = {
  'dc:title': ['title', 0.35],
  'dc:creator': ['author', 0.15],
  'cp:keywords': ['tag', 0.35],
  'dcterms:modified': ['posted', 0.1],
};

/** The statements in a Word file's properties. */
export function propertyFacts(root: XmlElement | null): readonly StatedFact[] {
  return (root?.children ?? []).flatMap(({ name, text }): readonly StatedFact[] => {
    const known = properties[name];
    const words = text.replace(/\s+/gu, ' ').trim();
    if (known === undefined || words === '') return [];
    const [field, trust] = known;
    const values =
      field === 'tag' ? words.split(/\s*[,;]\s*/u).filter((each) => each !== '') : [words];
    return values.map((value) => ({ field, text: value, from: 'document properties', trust }));
  });
}

/** Labels of forms by which a paper states what it is. */
const labels: readonly (readonly [RegExp, StatedFact['field']])[] = [
  [
    /^(?:title|title of (?:the )?(?:paper|report|policy|measure|proposal)|titel|titre|título)$/iu,
    'title',
  ],
  [/^(?:date|date of (?:issue|publication)|publication date|datum|fecha)$/iu, 'date'],
  [/^(?:authors?(?:\(s\))?|prepared by|written by|autor(?:en|in)?|auteurs?)$/iu, 'author'],
  [
    /^(?:publisher|(?:lead )?department(?: or agency)?|issuing (?:body|department)|organi[sz]ation)$/iu,
    'publisher',
  ],
];

/** A form stands among this many paragraphs and tables at the start. */
const formReach = 40;

/** What a form at the start of a paper states: labels with their values beside or below them. */
export function formFacts(items: readonly WordItem[]): readonly StatedFact[] {
  const pairs = items.slice(0, formReach).flatMap((item, index): (readonly [string, string])[] => {
    if (item.type === 'table') return item.rows.flatMap(pairsOfRow);
    const next = items[index + 1];
    return item.text.endsWith(':') && next?.type === 'paragraph' ? [[item.text, next.text]] : [];
  });
  const facts = pairs.flatMap(([label, value]): readonly StatedFact[] => {
    const field = labels.find(([words]) => words.test(label.replace(/\s*:\s*$/u, '')))?.[1];
    const isValue = value !== '' && value.length <= 300 && !value.endsWith(':');
    return field === undefined || !isValue
      ? []
      : [{ field, text: value, from: 'form', trust: 0.8 }];
  });
  return facts.filter(({ field }, at) => facts.findIndex((other) => other.field === field) === at);
}

/** The label and the value in a row: in two cells, or in one, parted by a colon or a line end. */
function pairsOfRow(
  row: readonly { readonly items: readonly WordItem[] }[],
): readonly (readonly [string, string])[] {
  const texts = row.map(({ items }) =>
    items.map((item) => (item.type === 'paragraph' ? item.text : '')),
  );
  const [first = [], second = []] = texts;
  const [label = '', ...rest] = first;
  const beside = second.join(' ').trim();
  const inside = /^([^:]{3,40}):\s*(\S.*)$/u.exec(label);
  return [
    ...(beside === '' ? [] : [[label, beside] as const]),
    ...(rest[0] === undefined ? [] : [[label, rest[0]] as const]),
    ...(inside === null ? [] : [[inside[1] ?? '', inside[2] ?? ''] as const]),
  ];
}

import { strToU8, zipSync } from 'fflate';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a Word file, each the inside of its root element; a test gives those that it is about. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly header?: string;
  /** Inside of the core properties, with the prefixes dc, cp and dcterms. */
  readonly properties?: string;
  /** Further relations of the body: id, kind and target. */
  readonly relations?: readonly (readonly [string, string, string])[];
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/** The bytes of a Word file. */
export function wordFile(parts: WordParts): Uint8Array {
  const { body, styles = '', numbering = '', footnotes = '', header = '' } = parts;
  const { properties = '', relations = [], files = {} } = parts;
  const part = (root: string, inside: string): Uint8Array =>
    strToU8(`<?xml version="1.0"?><w:${root} ${namespaces}>${inside}</w:${root}>`);
  const own = ['styles', 'numbering', 'footnotes', 'header'].map(
    (kind) => [kind, kind, `${kind}.xml`] as const,
  );
  const links = [...own, ...relations].map(
    ([id, kind, target]) =>
      `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${target.includes('://') ? ' TargetMode="External"' : ''}/>`,
  );
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': strToU8(`<Relationships>${links.join('')}</Relationships>`),
    'word/styles.xml': part('styles', styles),
    'word/numbering.xml': part('numbering', numbering),
    'word/footnotes.xml': part('footnotes', footnotes),
    'word/header.xml': part('hdr', header),
    'docProps/core.xml': strToU8(
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${properties}</cp:coreProperties>`,
    ),
    ...files,
  });
}

/** A paragraph of one run: its words, and what its own and its run's properties say. */
export function wordParagraph(words: string, properties = '', run = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${wordRun(words, run)}</w:p>`;
}

/** A run of words. */
export function wordRun(words: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
}

/** Properties of a paragraph: a style, a place in a list. */
export const inStyle = (id: string): string => `<w:pStyle w:val="${id}"/>`;
export const inList = (id: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;

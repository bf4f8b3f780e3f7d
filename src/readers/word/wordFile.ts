import type { DocumentImage } from '../../core/paper/document/paperDocument.ts';
import { openArchive, type Archive, type ArchiveFailure } from './archive.ts';
import { openCutArchive } from './cutArchive.ts';
import { readNumbering, type Numbering } from './numbering.ts';
import { readStyles, type WordStyles } from './styles.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** Where a relation of a part leads. */
interface Relation {
  readonly type: string;
  /** A path in the archive, or an address. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** A part of a Word file with what it refers to. */
export interface WordPart {
  readonly root: XmlElement;
  readonly relations: ReadonlyMap<string, Relation>;
}

/** A Word file, its parts read when they are asked for. */
export interface WordFile {
  readonly body: WordPart;
  /** Whether the end of the file is missing, and with it parts or the rest of one. */
  readonly isCut: boolean;
  readonly styles: WordStyles;
  readonly numbering: Numbering;
  /** The parts of a kind that the body refers to: "footnotes", "header". */
  partsOf(kind: string): readonly WordPart[];
  /** The document's own properties; null without them. */
  readonly properties: XmlElement | null;
  /** The picture that a relation of a part leads to, without its description. */
  pictureOf(part: WordPart, relation: string): Omit<DocumentImage, 'description'> | null;
}

const decoder = new TextDecoder();

/** Opens the bytes of a Word file. */
export function openWordFile(bytes: Uint8Array): WordFile | ArchiveFailure {
  const opened = openArchive(bytes);
  const isCut = opened === 'damaged';
  const archive = isCut ? (openCutArchive(bytes) ?? opened) : opened;
  if (typeof archive === 'string') return archive;
  const main = mainPart(archive);
  const body = main === null ? null : partAt(archive, main);
  if (body === null || (isCut && body.root.children.length === 0)) return 'damaged';
  const partsOf = (kind: string): readonly WordPart[] =>
    [...body.relations.values()].flatMap(({ type, target }) => {
      const part = type.endsWith(`/${kind}`) ? partAt(archive, target) : null;
      return part === null ? [] : [part];
    });
  const first = (kind: string): XmlElement | null => partsOf(kind)[0]?.root ?? null;
  return {
    body,
    isCut,
    partsOf,
    styles: readStyles(first('styles')),
    numbering: readNumbering(first('numbering')),
    properties: xmlAt(archive, 'docProps/core.xml'),
    pictureOf(part, relation) {
      const found = part.relations.get(relation);
      if (found === undefined) return null;
      if (found.isExternal) return { href: found.target, bytes: null, type: '' };
      const type = pictureTypes[/\.(\w+)$/u.exec(found.target)?.[1]?.toLowerCase() ?? ''] ?? '';
      // Browsers can't show the drawings of old Windows programs; their description is what is left.
      const shown = type === '' ? null : archive.file(found.target);
      return { href: null, bytes: shown, type };
    },
  };
}

const pictureTypes: Readonly<Record<string, string | undefined>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  webp: 'image/webp',
};

/** The path of the main part, as the archive says, or where it usually is. */
function mainPart(archive: Archive): string | null {
  const stated = [...relationsOf(archive, '_rels/.rels', '').values()].find(({ type }) =>
    type.endsWith('/officeDocument'),
  )?.target;
  const usual = [...archive.names].find((name) => /^word\/document\d*\.xml$/u.test(name));
  return stated !== undefined && archive.names.has(stated) ? stated : (usual ?? null);
}

function partAt(archive: Archive, path: string): WordPart | null {
  const root = xmlAt(archive, path);
  if (root === null) return null;
  const slash = path.lastIndexOf('/');
  const [folder, name] = [path.slice(0, slash + 1), path.slice(slash + 1)];
  return { root, relations: relationsOf(archive, `${folder}_rels/${name}.rels`, folder) };
}

function xmlAt(archive: Archive, path: string): XmlElement | null {
  const bytes = archive.names.has(path) ? archive.file(path) : null;
  if (bytes === null) return null;
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return parseXml(isWide ? new TextDecoder('utf-16le').decode(bytes) : decoder.decode(bytes));
}

function relationsOf(
  archive: Archive,
  path: string,
  folder: string,
): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  for (const { attributes } of xmlAt(archive, path)?.children ?? []) {
    const [id, target] = [attributes['Id'], attributes['Target']];
    if (id === undefined || target === undefined) continue;
    const isExternal = attributes['TargetMode'] === 'External';
    const place = isExternal ? target : resolved(folder, target);
    relations.set(id, { type: attributes['Type'] ?? '', target: place, isExternal });
  }
  return relations;
}

/** A path within the archive, without steps back. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

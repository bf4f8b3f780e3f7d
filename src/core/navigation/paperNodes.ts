import { pageOf } from '../annotations/pageOf.ts';
import type { PlacedAnnotation } from '../protocol.ts';
import { nest, type Nested } from './nest.ts';
import type { PaperSummary, Point, SectionSummary } from './paperSummary.ts';
import { createIds, type TreeNode } from './treeNode.ts';

/** The groups under a paper, in their order. */
export type PaperGroup = 'keyPoints' | 'recommendations' | 'sections' | 'notes' | 'problems';

/** What a row of the Key Points view shows. */
export type PaperNodeData =
  | { readonly kind: 'paper'; readonly entry: PaperEntry }
  | { readonly kind: 'group'; readonly group: PaperGroup; readonly count: number }
  | { readonly kind: 'keyPoint' | 'recommendation'; readonly point: Point }
  | { readonly kind: 'section'; readonly section: SectionSummary }
  | {
      readonly kind: 'note';
      readonly note: PlacedAnnotation;
      /** The label of the page that it is on; null where there are no pages. */
      readonly page: string | null;
    }
  | { readonly kind: 'problem'; readonly message: string };

/** A row of the Key Points view. */
export type PaperNode = TreeNode<PaperNodeData>;

/** A paper as the trees know it, open or from the workspace index. */
export interface PaperEntry {
  readonly uri: string;
  /** The file's name, shown where the paper has no title. */
  readonly name: string;
  readonly isOpen: boolean;
  readonly summary: PaperSummary;
  readonly notes: readonly PlacedAnnotation[];
}

/**
 * The row of a paper without what is below it. An open paper's row is another one than that of the same
 * paper when closed: it opens by itself, and what the reader folds there stays folded.
 */
export function paperHead(entry: PaperEntry): PaperNode {
  const { uri, isOpen } = entry;
  return {
    id: isOpen ? `open:${uri}` : uri,
    data: { kind: 'paper', entry },
    uri,
    place: { start: 0, end: 0 },
    children: [],
  };
}

/** The row of a paper with all that is below it; groups without content are left out. */
export function paperNode(entry: PaperEntry): PaperNode {
  const { uri, summary } = entry;
  const group = (name: PaperGroup, children: readonly PaperNode[], count: number): PaperNode[] =>
    children.length === 0
      ? []
      : [
          {
            id: `${uri}/${name}`,
            data: { kind: 'group', group: name, count },
            uri,
            place: null,
            children,
          },
        ];
  const { keyPoints, recommendations, sections, problems } = summary;
  return {
    ...paperHead(entry),
    children: [
      ...group('keyPoints', pointNodes(uri, 'keyPoint', keyPoints), keyPoints.length),
      ...group(
        'recommendations',
        pointNodes(uri, 'recommendation', recommendations),
        recommendations.length,
      ),
      ...group('sections', sectionNodes(uri, sections), sections.length),
      ...group('notes', noteNodes(entry), entry.notes.length),
      ...group('problems', problemNodes(uri, problems), problems.length),
    ],
  };
}

/** All rows below this one, in their order. */
export function descendants(node: PaperNode): readonly PaperNode[] {
  return node.children.flatMap((child) => [child, ...descendants(child)]);
}

function pointNodes(
  uri: string,
  kind: 'keyPoint' | 'recommendation',
  points: readonly Point[],
): readonly PaperNode[] {
  const id = createIds(uri);
  const node = ({ value, children }: Nested<Point>): PaperNode => ({
    id: id(kind, value.text),
    data: { kind, point: value },
    uri,
    place: value.range,
    children: children.map(node),
  });
  return nest(points, ({ level }) => level).map(node);
}

function sectionNodes(uri: string, sections: readonly SectionSummary[]): readonly PaperNode[] {
  const id = createIds(uri);
  const node = ({ value, children }: Nested<SectionSummary>): PaperNode => ({
    id: id('section', value.title),
    data: { kind: 'section', section: value },
    uri,
    place: value.range,
    children: children.map(node),
  });
  return nest(sections, ({ depth }) => depth).map(node);
}

function noteNodes({ uri, notes, summary }: PaperEntry): readonly PaperNode[] {
  return notes.map((note) => ({
    id: `${uri}/note:${note.annotation.id}`,
    data: { kind: 'note', note, page: pageOf(note, summary.pages) },
    uri,
    place: note.anchor,
    children: [],
  }));
}

function problemNodes(uri: string, problems: PaperSummary['problems']): readonly PaperNode[] {
  const id = createIds(uri);
  return problems.map(({ message, range }) => ({
    id: id('problem', message),
    data: { kind: 'problem', message },
    uri,
    place: range,
    children: [],
  }));
}

import type {
  AboutBlock,
  DocumentBlock,
  DocumentCue,
  Inline,
  Mark,
} from '../../core/paper/document/paperDocument.ts';
import { isShown, trimmedLine } from '../../core/paper/document/trimmedLine.ts';

/** A block of a page, with what its place in the page says about it. */
export interface FlowItem {
  readonly block: DocumentBlock;
  /** Why it stands in a part of the page that is not the paper's. */
  readonly siteText: string | null;
  /** Whether the extractor of main text kept it. */
  readonly isMain: boolean;
  /** Length of the text that is no link, and of all of it; in UTF-16 code units. */
  readonly plain: number;
  readonly length: number;
  /** How all of its text looks; null where it does not look the same. */
  readonly look: Look | null;
}

/** How text looks beside its marks, as the page says in the text's own element; empty for what it inherits. */
export interface Look {
  readonly isBold: boolean;
  readonly color: string;
  readonly size: string;
}

/** How the text of an element is set. */
export interface Style extends Omit<Look, 'isBold'> {
  readonly marks: readonly Mark[];
  readonly href: string | null;
}

/** Text that is set as the page sets all of its text. */
export const plainStyle: Style = { marks: [], href: null, color: '', size: '' };

/** The style with everything in it strong. */
export function strongStyle(style: Style): Style {
  const { marks } = style;
  return marks.includes('strong') ? style : { ...style, marks: [...marks, 'strong'] };
}

/** Blocks while a page is walked: what was finished, and the line that is being written. */
export interface Flow {
  readonly items: FlowItem[];
  line: Inline[];
  /** What holds for what is written now. */
  siteText: string | null;
  cue: DocumentCue | null;
  id: string | null;
  isMain: boolean;
  plain: number;
  length: number;
  /** Undefined before any text. */
  look: Look | null | undefined;
}

/** An empty flow, in the same part of the page as another one. */
export function startFlow(outer: Flow | null = null): Flow {
  const { siteText = null, cue = null } = outer ?? {};
  const nothing = { isMain: false, plain: 0, length: 0, look: undefined };
  return { items: [], line: [], siteText, cue, id: null, ...nothing };
}

/** What `read` puts into a flow of its own, in the same part of the page as another one. */
export function flowWithin(outer: Flow, read: (inner: Flow) => void): Flow {
  const inner = startFlow(outer);
  read(inner);
  flush(inner);
  return inner;
}

/** The blocks that `read` makes of a part of what `whole` stands for, whose items count as its own. */
export function partWithin(whole: Flow, read: (inner: Flow) => void): readonly DocumentBlock[] {
  const inner = flowWithin(whole, read);
  for (const each of inner.items) whole.items.push(each);
  return blocksOf(inner);
}

/** Adds text as it is read: white space folded, but for the blanks that do not break. */
export function addText(flow: Flow, raw: string, style: Style, isMain: boolean): void {
  const folded = raw.replace(/[ \t\n\r\f]+/gu, ' ');
  const last = flow.line.at(-1);
  const isBehindBlank =
    last === undefined ||
    last.type === 'break' ||
    (last.type === 'text' && last.text.endsWith(' '));
  const text = isBehindBlank ? folded.replace(/^ /u, '') : folded;
  if (text === '') return;
  flow.line.push(inlineText(text, style));
  const words = text.trim().length;
  flow.length += words;
  if (style.href === null) flow.plain += words;
  if (words > 0) flow.look = withLook(flow.look, style);
  if (words > 0 && isMain) flow.isMain = true;
}

function withLook(look: Flow['look'], { marks, color, size }: Style): Look | null {
  const next = { isBold: marks.includes('strong'), color, size };
  if (look === undefined) return next;
  const isSame =
    look !== null && look.isBold === next.isBold && look.color === color && look.size === size;
  return isSame ? look : null;
}

function inlineText(text: string, { marks, href }: Style): Inline {
  return {
    type: 'text',
    text,
    ...(marks.length > 0 ? { marks } : {}),
    ...(href === null ? {} : { href }),
  };
}

/** What is known of a block that is made of the flow now. */
function aboutNow({ siteText, cue, id }: Flow): AboutBlock {
  return {
    ...(id === null ? {} : { id }),
    ...(cue === null ? {} : { cue }),
    ...(siteText === null ? {} : { siteText }),
  };
}

/** Makes a block of the line that is being written, if there is anything in it. */
export function flush(
  flow: Flow,
  make: (content: readonly Inline[]) => DocumentBlock = (content) => ({
    type: 'paragraph',
    content,
  }),
): void {
  const content = trimmedLine(flow.line);
  const { isMain, plain, length, siteText, look = null } = flow;
  flow.line = [];
  flow.isMain = false;
  flow.plain = 0;
  flow.length = 0;
  flow.look = undefined;
  if (!content.some(isShown)) return;
  // A picture without words beside the text is an icon.
  if (
    siteText !== null &&
    content.every((inline) => inline.type === 'image' && inline.image.description === '')
  )
    return;
  flow.items.push({
    block: { ...aboutNow(flow), ...make(content) },
    isMain,
    plain,
    length,
    siteText,
    look,
  });
  flow.id = null;
}

/** Adds a block that is made of another flow. */
export function addBlock(flow: Flow, block: DocumentBlock, inner: Flow): void {
  const { isMain, plain, length } = sumOf(inner);
  const look = inner.items.length === 1 ? (inner.items[0]?.look ?? null) : null;
  flow.items.push({
    block: { ...aboutNow(flow), ...block },
    look,
    isMain,
    plain,
    length,
    siteText: flow.siteText,
  });
  flow.id = null;
}

/** What the items of a flow come to together. */
function sumOf({ items }: Flow): Pick<FlowItem, 'isMain' | 'plain' | 'length'> {
  let [isMain, plain, length] = [false, 0, 0];
  for (const item of items) {
    isMain ||= item.isMain;
    plain += item.plain;
    length += item.length;
  }
  return { isMain, plain, length };
}

/** The blocks of a flow. */
export function blocksOf({ items }: Flow): readonly DocumentBlock[] {
  return items.map(({ block }) => block);
}

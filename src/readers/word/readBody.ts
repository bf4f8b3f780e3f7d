import type { DocumentCue } from '../../core/paper/document/paperDocument.ts';
import { isShown, trimmedLine } from '../../core/paper/document/trimmedLine.ts';
import type { Marker } from './numbering.ts';
import { readRuns } from './readRuns.ts';
import { isTitleStyle, outlineLevel, type WordStyle } from './styles.ts';
import type { WordPart } from './wordFile.ts';
import type { WordCell, WordItem, WordParagraph } from './wordItem.ts';
import type { Line, WordReading } from './wordReading.ts';
import { child, switchOf, valueOf, type XmlElement } from './xml.ts';

/** Reads the paragraphs and tables of a body, a note, a cell or a box, in order. */
export function readBody(
  reading: WordReading,
  part: WordPart,
  elements: readonly XmlElement[],
  cue: DocumentCue | null = null,
): readonly WordItem[] {
  return elements.flatMap((element): readonly WordItem[] => {
    switch (element.name) {
      case 'w:p':
        return readParagraph(reading, part, element, cue);
      case 'w:tbl':
        return [{ type: 'table', cue, rows: rowsOf(reading, part, element, cue) }];
      case 'w:sdt': {
        const content = child(element, 'w:sdtContent')?.children ?? [];
        return readBody(reading, part, content, isContents(element) ? 'contents' : cue);
      }
      case 'mc:AlternateContent': {
        const chosen = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
        return readBody(reading, part, chosen?.children ?? [], cue);
      }
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:smartTag':
        return readBody(reading, part, element.children, cue);
      default:
        return [];
    }
  });
}

/** Whether a content control is the list of contents that Word makes. */
function isContents(element: XmlElement): boolean {
  const gallery = child(child(child(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
  return gallery?.attributes['w:val'] === 'Table of Contents';
}

function readParagraph(
  reading: WordReading,
  part: WordPart,
  element: XmlElement,
  cue: DocumentCue | null,
): readonly WordItem[] {
  const properties = child(element, 'w:pPr');
  const styleId = valueOf(properties, 'w:pStyle');
  const style = reading.file.styles.find(styleId);
  const line: Line = { part, style, inlines: [], boxes: [], href: null, id: null, look: undefined };
  const wasContents = isInContents(reading);
  readRuns(reading, line, element.children);
  // The code of a field ends with its paragraph at the latest: a broken one must not swallow the text.
  while (reading.fields.at(-1)?.isResult === false) reading.fields.pop();
  const content = trimmedLine(line.inlines);
  const isInToc = wasContents || isInContents(reading) || /^toc \d$/u.test(style.name);
  if (!content.some(isShown)) return line.boxes;
  const words = content.map((inline) =>
    inline.type === 'text' ? inline.text : inline.type === 'break' ? ' ' : '',
  );
  const paragraph: WordParagraph = {
    type: 'paragraph',
    content,
    text: words.join('').replace(/\s+/gu, ' ').trim(),
    style: style.name,
    level: outlineLevel(properties) ?? style.level,
    marker: markerOf(reading, properties, style, styleId),
    alignment: valueOf(properties, 'w:jc') ?? style.alignment ?? '',
    look: line.look ?? null,
    cue: isInToc ? 'contents' : (cueOfStyle(style.name) ?? cue),
    id: line.id,
  };
  return [paragraph, ...line.boxes];
}

function isInContents({ fields }: WordReading): boolean {
  return fields.some(({ code, isResult }) => isResult && /^\s*TOC\b/u.test(code));
}

function cueOfStyle(name: string): DocumentCue | null {
  if (isTitleStyle(name)) return 'title';
  if (/^(?:subtitle|untertitel|sous-titre|subtítulo)$/u.test(name)) return 'subtitle';
  if (/^(?:authors?|byline)$/u.test(name)) return 'byline';
  if (/^(?:date|datum)$/u.test(name)) return 'date';
  return null;
}

/** The marker of a numbered paragraph, by its own properties or those of its style. */
function markerOf(
  { file }: WordReading,
  properties: XmlElement | null,
  style: WordStyle,
  styleId: string | null,
): Marker | null {
  const own = child(properties, 'w:numPr');
  const id = valueOf(own, 'w:numId') ?? style.numbering;
  if (id === null || id === '0') return null;
  const stated = valueOf(own, 'w:ilvl');
  const byStyle = styleId === null ? null : file.numbering.levelOfStyle(id, styleId);
  const level = stated === null ? (byStyle ?? style.numberingLevel ?? 0) : Number(stated);
  return file.numbering.next(id, level);
}

function rowsOf(
  reading: WordReading,
  part: WordPart,
  table: XmlElement,
  cue: DocumentCue | null,
): readonly (readonly WordCell[])[] {
  interface Cell extends WordCell {
    rowSpan: number;
  }
  /** By column, the cell that goes on below. */
  const open = new Map<number, Cell>();
  return withinRows(table).map((row) => {
    const properties = child(row, 'w:trPr');
    const isHeader = switchOf(properties, 'w:tblHeader') === true;
    let column = Number(valueOf(properties, 'w:gridBefore') ?? 0);
    const cells: Cell[] = [];
    for (const element of withinCells(row)) {
      const about = child(element, 'w:tcPr');
      const columnSpan = Math.max(1, Number(valueOf(about, 'w:gridSpan') ?? 1) || 1);
      const merge = child(about, 'w:vMerge');
      const above = open.get(column);
      const goesOn =
        merge !== null && merge.attributes['w:val'] !== 'restart' && above !== undefined;
      const items = readBody(reading, part, element.children, cue);
      if (goesOn && items.length === 0) above.rowSpan += 1;
      else {
        const cell: Cell = { items, isHeader, columnSpan, rowSpan: 1 };
        cells.push(cell);
        if (merge === null) open.delete(column);
        else open.set(column, cell);
      }
      column += columnSpan;
    }
    return cells;
  });
}

function withinRows(table: XmlElement): readonly XmlElement[] {
  return table.children.flatMap((each) =>
    each.name === 'w:tr' ? [each] : wrapped(each, withinRows),
  );
}

function withinCells(row: XmlElement): readonly XmlElement[] {
  return row.children.flatMap((each) =>
    each.name === 'w:tc' ? [each] : wrapped(each, withinCells),
  );
}

/** What stands in content controls and insertions as if they were not there. */
function wrapped(
  element: XmlElement,
  within: (element: XmlElement) => readonly XmlElement[],
): readonly XmlElement[] {
  if (element.name === 'w:sdt') {
    const content = child(element, 'w:sdtContent');
    return content === null ? [] : within(content);
  }
  return /^w:(?:ins|customXml|smartTag)$/u.test(element.name) ? within(element) : [];
}

import type { Mark } from '../../core/paper/document/paperDocument.ts';
import { readDrawing } from './drawings.ts';
import { lookOf, merged, type WordStyle } from './styles.ts';
import { symbolOf } from './symbols.ts';
import type { WordPart } from './wordFile.ts';
import type { Line, WordReading } from './wordReading.ts';
import { child, descendants, switchOf, valueOf, type XmlElement } from './xml.ts';

/** Reads what stands in a paragraph, in order. */
export function readRuns(reading: WordReading, line: Line, elements: readonly XmlElement[]): void {
  for (const element of elements) readRunElement(reading, line, element);
}

function readRunElement(reading: WordReading, line: Line, element: XmlElement): void {
  switch (element.name) {
    case 'w:r':
      readRun(reading, line, element);
      return;
    case 'w:hyperlink': {
      const before = line.href;
      line.href = hrefOf(line.part, element) ?? before;
      readRuns(reading, line, element.children);
      line.href = before;
      return;
    }
    case 'w:fldSimple':
      withField(reading, element.attributes['w:instr'] ?? '', () => {
        readRuns(reading, line, element.children);
      });
      return;
    case 'w:bookmarkStart': {
      const name = element.attributes['w:name'] ?? '';
      if (name !== '' && !name.startsWith('_GoBack')) line.id ??= name;
      return;
    }
    case 'w:commentReference':
      reading.comments += 1;
      return;
    case 'w:del':
    case 'w:moveFrom':
    case 'w:pPr':
      return;
    case 'm:oMath':
    case 'm:oMathPara':
      addText(
        reading,
        line,
        [...descendants(element, 'm:t')].map(({ text }) => text).join(''),
        line.style,
      );
      return;
    case 'mc:AlternateContent':
      readRuns(
        reading,
        line,
        (child(element, 'mc:Choice') ?? child(element, 'mc:Fallback'))?.children ?? [],
      );
      return;
    case 'w:sdt':
      readRuns(reading, line, child(element, 'w:sdtContent')?.children ?? []);
      return;
    default:
      readRuns(reading, line, element.children);
  }
}

function withField(reading: WordReading, code: string, read: () => void): void {
  reading.fields.push({ code, isResult: true, isTicked: null });
  read();
  reading.fields.pop();
}

function hrefOf(part: WordPart, { attributes }: XmlElement): string | null {
  const anchor = attributes['w:anchor'];
  const relation = part.relations.get(attributes['r:id'] ?? '');
  if (relation !== undefined) return relation.target + (anchor === undefined ? '' : `#${anchor}`);
  return anchor === undefined ? null : `#${anchor}`;
}

function readRun(reading: WordReading, line: Line, run: XmlElement): void {
  const properties = child(run, 'w:rPr');
  const named = valueOf(properties, 'w:rStyle');
  const byName = named === null ? {} : withoutName(reading.file.styles.find(named));
  const style = merged(merged(line.style, byName), lookOf(properties));
  if (style.isHidden === true) return;
  for (const element of run.children) readInRun(reading, line, element, style);
}

/** What a style of characters says; what it inherits from no style is not its own. */
function withoutName(style: WordStyle): Partial<WordStyle> {
  const { isBold, isItalic, isCode, position, color, isHidden } = style;
  return { isBold, isItalic, isCode, position, color, isHidden };
}

function readInRun(reading: WordReading, line: Line, element: XmlElement, style: WordStyle): void {
  switch (element.name) {
    case 'w:t':
      addText(reading, line, element.text, style);
      return;
    case 'w:tab':
    case 'w:ptab':
      addBlank(line);
      return;
    case 'w:br':
    case 'w:cr':
      if (!/^(?:page|column)$/u.test(element.attributes['w:type'] ?? ''))
        line.inlines.push({ type: 'break' });
      return;
    case 'w:noBreakHyphen':
      addText(reading, line, '\u2011', style);
      return;
    case 'w:sym':
      addText(reading, line, symbolOf(element.attributes['w:char'] ?? ''), style);
      return;
    case 'w:fldChar':
      readFieldChar(reading, line, element, style);
      return;
    case 'w:instrText': {
      const field = reading.fields.at(-1);
      if (field?.isResult === false) field.code += element.text;
      return;
    }
    case 'w:footnoteReference':
      addNoteMark(reading, line, `footnote ${element.attributes['w:id'] ?? ''}`);
      return;
    case 'w:endnoteReference':
      addNoteMark(reading, line, `endnote ${element.attributes['w:id'] ?? ''}`);
      return;
    case 'w:commentReference':
      reading.comments += 1;
      return;
    case 'mc:AlternateContent': {
      const chosen = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
      for (const each of chosen?.children ?? []) readInRun(reading, line, each, style);
      return;
    }
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      readDrawing(reading, line, element);
      return;
    default:
  }
}

function addText(reading: WordReading, line: Line, text: string, style: WordStyle): void {
  if (text === '' || reading.fields.some(({ isResult }) => !isResult)) return;
  const href = line.href ?? fieldHref(reading);
  const marks = marksOf(style);
  line.inlines.push({
    type: 'text',
    text,
    ...(marks.length > 0 ? { marks } : {}),
    ...(href === null ? {} : { href }),
  });
  if (text.trim() === '') return;
  const look = {
    isBold: style.isBold === true,
    isItalic: style.isItalic === true,
    color: style.color ?? '',
    size: style.size ?? 20,
  };
  const isSame =
    line.look === undefined ||
    (line.look !== null &&
      line.look.isBold === look.isBold &&
      line.look.size === look.size &&
      line.look.color === look.color);
  line.look = isSame ? look : null;
}

/** A tab parts words; several in a row part no more. */
function addBlank(line: Line): void {
  const last = line.inlines.at(-1);
  const isParted =
    last === undefined || last.type === 'break' || (last.type === 'text' && /\s$/u.test(last.text));
  if (!isParted) line.inlines.push({ type: 'text', text: ' ' });
}

function marksOf({ isBold, isItalic, isCode, position }: WordStyle): readonly Mark[] {
  return [
    ...(isBold === true ? (['strong'] as const) : []),
    ...(isItalic === true ? (['emphasis'] as const) : []),
    ...(isCode === true ? (['code'] as const) : []),
    ...(position === null ? [] : [position]),
  ];
}

function fieldHref({ fields }: WordReading): string | null {
  const code = fields.findLast((field) => /^\s*HYPERLINK\b/u.test(field.code))?.code ?? '';
  const place = /\\l\s+"([^"]+)"/u.exec(code)?.[1];
  const address = /HYPERLINK\s+"([^"]+)"/u.exec(code)?.[1];
  if (address !== undefined) return address + (place === undefined ? '' : `#${place}`);
  return place === undefined ? null : `#${place}`;
}

function readFieldChar(
  reading: WordReading,
  line: Line,
  element: XmlElement,
  style: WordStyle,
): void {
  const kind = element.attributes['w:fldCharType'];
  if (kind === 'begin') {
    const box = child(child(element, 'w:ffData'), 'w:checkBox');
    const isTicked = switchOf(box, 'w:checked') ?? switchOf(box, 'w:default') ?? false;
    reading.fields.push({ code: '', isResult: false, isTicked: box === null ? null : isTicked });
    return;
  }
  const field = reading.fields.at(-1);
  if (field !== undefined && kind === 'separate') field.isResult = true;
  if (field === undefined || kind !== 'end') return;
  reading.fields.pop();
  if (field.isTicked !== null) addText(reading, line, field.isTicked ? '\u2612' : '\u2610', style);
}

function addNoteMark(reading: WordReading, line: Line, label: string): void {
  if (!reading.noteMarks.includes(label)) reading.noteMarks.push(label);
  const text = noteNumber(reading.noteMarks, label);
  line.inlines.push({ type: 'noteMark', label, text });
}

/** Footnotes are counted by themselves, as Word prints them; endnotes as well. */
function noteNumber(marks: readonly string[], label: string): string {
  const kind = label.split(' ')[0] ?? '';
  const same = marks.filter((each) => each.startsWith(kind));
  return `${same.indexOf(label) + 1}`;
}

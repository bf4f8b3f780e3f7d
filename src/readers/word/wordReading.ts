import type { Inline } from '../../core/paper/document/paperDocument.ts';
import type { WordStyle } from './styles.ts';
import type { WordFile, WordPart } from './wordFile.ts';
import type { LineLook, WordItem } from './wordItem.ts';
import type { XmlElement } from './xml.ts';

/** A field that is open: what it does, and whether its result has begun. */
interface Field {
  code: string;
  isResult: boolean;
  /** Whether a box that the field shows is ticked; null for other fields. */
  readonly isTicked: boolean | null;
}

/** A document while its body is read. */
export interface WordReading {
  readonly file: WordFile;
  readonly fields: Field[];
  /** Notes in the order of their marks: label and kind. */
  readonly noteMarks: string[];
  /** Reads the blocks of text boxes that stand in a run. */
  readonly readBox: (part: WordPart, content: XmlElement) => readonly WordItem[];
  comments: number;
}

/** A paragraph's line while it is read. */
export interface Line {
  readonly part: WordPart;
  readonly style: WordStyle;
  readonly inlines: Inline[];
  readonly boxes: WordItem[];
  href: string | null;
  id: string | null;
  /** Undefined before any text. */
  look: LineLook | null | undefined;
}

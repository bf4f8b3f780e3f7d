import type { Box } from './box.ts';
import type { Matrix } from './drawing.ts';

/** What is known of a font by its name and its flags. */
export interface Font {
  readonly name: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isMonospace: boolean;
  /** A font of signs such as Wingdings: its letters are not what they say. */
  readonly isSymbol: boolean;
  /** Nothing in the file says which characters its glyphs are. */
  readonly isUnmapped: boolean;
}

/** Text drawn in one go: a text item of pdf.js, upright. */
export interface TextRun extends Box {
  /** Index among the items of the page, as getTextContent gives them; -1 for a bullet that is drawn. */
  readonly item: number;
  /** Where in the text of its item it begins, in UTF-16 code units. */
  readonly offset: number;
  readonly text: string;
  /** Where the letters stand, in points from the top of the page. */
  readonly baseline: number;
  /** Height of the font in points. */
  readonly size: number;
  readonly font: Font;
  readonly isRightToLeft: boolean;
  /** pdf.js saw white space before it. */
  readonly followsSpace: boolean;
  /** Where a link on it leads: an address, a place in the paper as `FindPlace` gives it, or null. */
  readonly href: string | null;
}

/** A page with all that is written on it. */
export interface PageText {
  /** Counted from 0. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** From the page's own coordinates to these. */
  readonly view: Matrix;
  readonly runs: readonly TextRun[];
  /** Text across the reading direction: a watermark, a stamp at the margin. */
  readonly turned: readonly TextRun[];
  /** Straight lines that are drawn: thin boxes, lying or standing. */
  readonly rules: readonly Box[];
  /** Filled or framed rectangles large enough to hold text. */
  readonly areas: readonly Box[];
}

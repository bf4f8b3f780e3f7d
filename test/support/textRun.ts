import type { Font, TextRun } from '../../src/readers/pdf/layout/pageText.ts';

const plain: Font = {
  name: 'Plain',
  isBold: false,
  isItalic: false,
  isMonospace: false,
  isSymbol: false,
  isUnmapped: false,
};

/** A run of text at a place, half as wide per letter as it is high. */
export function textRun(
  text: string,
  left: number,
  baseline: number,
  { size = 10, font = {}, ...more }: Partial<Omit<TextRun, 'font'>> & { font?: Partial<Font> } = {},
): TextRun {
  return {
    item: 0,
    offset: 0,
    text,
    left,
    right: left + text.length * size * 0.5,
    top: baseline - 0.75 * size,
    bottom: baseline + 0.22 * size,
    baseline,
    size,
    font: { ...plain, ...font },
    isRightToLeft: false,
    followsSpace: false,
    href: null,
    ...more,
  };
}

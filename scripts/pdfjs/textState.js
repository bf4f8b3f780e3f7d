/* global TextState */
// Part of pdf.js's worker in our bundle: what it does for each glyph and each saved state, with fewer objects.

/**
 * What `Util.transform` makes of the page's matrix, that of the text and [wide, 0, 0, high, 0, rise], in the
 * same steps: the numbers are the very same.
 */
// eslint-disable-next-line no-unused-vars -- used in the file this is put after
function glyphTransform(page, [a, b, c, d, e, f], wide, high, rise) {
  const x = c * rise + e;
  const y = d * rise + f;
  return [
    page[0] * (a * wide) + page[2] * (b * wide),
    page[1] * (a * wide) + page[3] * (b * wide),
    page[0] * (c * high) + page[2] * (d * high),
    page[1] * (c * high) + page[3] * (d * high),
    page[0] * x + page[2] * y + page[4],
    page[1] * x + page[3] * y + page[5],
  ];
}

/**
 * A state of its own. pdf.js makes one that has the other as its prototype, and all that works with an
 * object that is a prototype is slow.
 */
// eslint-disable-next-line no-unused-vars -- used in the file this is put after
function copyOfState(state) {
  const copy = new TextState();
  copy.ctm = state.ctm;
  copy.fontName = state.fontName;
  copy.fontSize = state.fontSize;
  copy.loadedName = state.loadedName;
  copy.font = state.font;
  copy.fontMatrix = state.fontMatrix.slice();
  copy.textMatrix = state.textMatrix.slice();
  copy.textLineMatrix = state.textLineMatrix.slice();
  copy.charSpacing = state.charSpacing;
  copy.wordSpacing = state.wordSpacing;
  copy.leading = state.leading;
  copy.textHScale = state.textHScale;
  copy.textRise = state.textRise;
  copy.fillsWhite = state.fillsWhite;
  return copy;
}

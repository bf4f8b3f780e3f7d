import assert from 'node:assert/strict';
import type { Paper } from '../../../src/core/paper/paper.ts';
import type { RenderedPart } from '../../../src/core/rendering/renderedPaper.ts';
import { renderPaper } from '../../../src/core/rendering/renderPaper.ts';
import { readHtml } from './readHtml.ts';

/** Asserts that every character a paper is rendered as stands where the text map says. */
export function checkTextMaps(paper: Paper): void {
  for (const part of renderPaper(paper).parts) checkTextMap(part, paper.text);
}

function checkTextMap(part: RenderedPart, source: string): void {
  const { text } = readHtml(part.html);
  // A title block gathers facts from all over, and notes stand in the order of their numbers.
  const ascends = part.kind !== 'titleBlock' && part.kind !== 'footnotes';
  let at = 0;
  let behind = -Infinity;
  for (let index = 0; index < part.map.length; index += 4) {
    const [rendered = 0, from = 0, length = 0, sourceLength = 0] = part.map.slice(index, index + 4);
    assert.equal(rendered, at, `a gap in the map of ${part.html.slice(0, 200)}`);
    at += length;
    assert.ok(
      !ascends || from >= behind,
      `a piece of the source twice: ${text.slice(rendered, rendered + length)}`,
    );
    behind = from + sourceLength;
    const start = part.range.start + from;
    assert.ok(start >= 0 && start + sourceLength <= source.length, 'outside the source');
    const shown = text.slice(rendered, at);
    const stands = source.slice(start, start + sourceLength);
    assert.equal(stands.length, sourceLength);
    if (shown !== stands) assertLawful(shown, stands);
  }
  assert.equal(at, text.length, `not all mapped: ${JSON.stringify(text.slice(at, at + 80))}`);
}

/** The only ways in which what is shown may differ from what stands in the source. */
function assertLawful(shown: string, stands: string): void {
  const isReference = /^&[#\w]+;$/u.test(stands);
  const isLineEnd = stands === '\r\n' && shown === '\n';
  const isTab = stands === '\t' && /^ +$/u.test(shown);
  const isFoldedSpace = shown.trim() === '' && stands.trim() === '';
  // NUL can't be shown; in code a line end is a space; a single CR is a line end.
  const isCharacterwise =
    shown.length === stands.length &&
    Array.from({ length: shown.length }, (_, index) => index).every((index) => {
      const character = shown[index];
      const original = stands[index];
      if (character === original) return true;
      if (original === '\0') return character === '\ufffd';
      if (original === '\n') return character === ' ';
      if (original === '\r') return character === '\n' || character === ' ';
      return false;
    });
  assert.ok(
    isReference || isLineEnd || isTab || isFoldedSpace || isCharacterwise,
    `${JSON.stringify(shown.slice(0, 200))} is shown for ${JSON.stringify(stands.slice(0, 200))}`,
  );
}

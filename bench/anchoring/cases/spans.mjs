// Sentences and words of a paragraph, as ranges.
const sentenceSplit = /[^.?!]+(?:[.?!]+(?=\s|$)["”’)]*|[.?!]+(?!\s|$)[^.?!]*)*(?:[.?!]+["”’)]*)?/g;

/** [start,end) of each sentence in a paragraph, trimmed of surrounding blanks. */
export function sentenceSpans(paragraph, base = 0) {
  const spans = [];
  for (const m of paragraph.matchAll(sentenceSplit)) {
    const lead = m[0].length - m[0].trimStart().length;
    const body = m[0].trim();
    if (body.length) spans.push([base + m.index + lead, base + m.index + lead + body.length]);
  }
  return spans;
}

export function wordSpans(text, base = 0) {
  const spans = [];
  for (const m of text.matchAll(/[\p{L}\p{N}’'%£€.-]*[\p{L}\p{N}%]/gu))
    spans.push([base + m.index, base + m.index + m[0].length]);
  return spans;
}

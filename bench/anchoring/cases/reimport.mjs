// A whole document as it comes back from another format.

class Emitter {
  constructor() {
    this.parts = [];
    this.map = [];
  }
  put(s, src) {
    this.parts.push(s);
    for (let i = 0; i < s.length; i++) this.map.push(src);
  }
  done() {
    return { text: this.parts.join(''), map: Int32Array.from(this.map) };
  }
}

const folded = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
  '…': '...',
  '\u2011': '-',
};

/** As when an HTML copy is pasted back: straight quotes, plain dashes, no list or heading marks, single breaks. */
export function reimportHtml({ text, map }) {
  const out = new Emitter();
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const atLineStart = i === 0 || text[i - 1] === '\n';
    if (atLineStart) {
      const mark = /^(#+ |- )/.exec(text.slice(i, i + 8));
      if (mark) {
        i += mark[0].length - 1;
        continue;
      }
    }
    if (c === '[' && text[i + 1] === '^') {
      const close = text.indexOf(']', i);
      if (close > 0 && close - i < 8) {
        for (let k = i + 2; k < close; k++) out.put(text[k], map[k]);
        i = close;
        continue;
      }
    }
    if (c === '\n' && text[i + 1] === '\n') continue;
    if (c === '—') {
      out.put(' - ', map[i]);
      continue;
    }
    out.put(Object.hasOwn(folded, c) ? folded[c] : c, map[i]);
  }
  return out.done();
}

/** As when text is taken from a PDF: hard line breaks, hyphenated words, ligatures, page furniture, stray blanks. */
export function reimportPdf({ text, map }, rng) {
  const out = new Emitter();
  const width = rng.range(76, 92);
  let column = 0;
  let sincePage = 0;
  let page = 1;
  let i = 0;
  const furniture = () => {
    out.put(`\n\nPage ${page++} of 214\nDraft for consultation\n\n`, -1);
    sincePage = 0;
    column = 0;
  };
  while (i < text.length) {
    if (text[i] === '\n') {
      while (text[i] === '\n') i++;
      out.put('\n', i > 0 ? map[i - 1] : -1);
      column = 0;
      const mark = /^(#+ |- )/.exec(text.slice(i, i + 8));
      if (mark) i += mark[0].length;
      continue;
    }
    if (/\s/.test(text[i])) {
      if (column >= width) {
        out.put('\n', map[i]);
        column = 0;
        if (sincePage > 3200) furniture();
      } else if (column > 0) {
        out.put(rng.chance(0.02) ? '  ' : ' ', map[i]);
        column++;
      }
      i++;
      continue;
    }
    let j = i;
    while (j < text.length && !/\s/.test(text[j])) j++;
    const room = width - column;
    let breakAt = -1;
    if (
      j - i > room &&
      room > 3 &&
      j - i - room > 2 &&
      /^[\p{L}]+$/u.test(text.slice(i, j).replace(/[.,;:”’)]+$/, '')) &&
      rng.chance(0.6)
    )
      breakAt = i + room - 1;
    else if (j - i > room && column > 0) {
      // the blank before this word becomes the line break
      const at = out.parts.length - 1;
      if (/^ +$/.test(out.parts[at])) {
        const lost = out.parts[at].length;
        out.parts[at] = '\n';
        out.map.length -= lost - 1;
        column = 0;
        if (sincePage > 3200) furniture();
      }
    }
    for (; i < j; i++) {
      if (i === breakAt) {
        out.put('-\n', map[i]);
        column = 0;
      }
      const pair = text.slice(i, i + 2);
      if ((pair === 'fi' || pair === 'fl') && i + 2 <= j && i + 1 !== breakAt && rng.chance(0.7)) {
        out.put(pair === 'fi' ? 'ﬁ' : 'ﬂ', map[i]);
        i++;
        column++;
        continue;
      }
      out.put(text[i] === '\u00a0' ? ' ' : text[i], map[i]);
      column++;
      sincePage++;
    }
  }
  return out.done();
}

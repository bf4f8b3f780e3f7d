/* global OPS */
// Part of pdf.js's worker in our bundle: tells of straight rules and rectangles, five numbers each (what
// was done: 1 filled, 2 stroked, 3 both, 4 a round shape, of which the box is told; left,
// bottom, right, top in the page's user space).

/** More says nothing about the layout: that is a chart, or an attack. */
const MOST_NUMBERS = 5 * 4000;

// eslint-disable-next-line no-unused-vars -- used in the file this is put after
class DrawingCollector {
  #content;
  #path = [];
  #at = null;
  #start = null;
  #count = 0;
  /** Corners of the box around the curves of a path. */
  #round = null;

  constructor(content) {
    this.#content = content;
  }

  note(fn, args, state) {
    switch (fn | 0) {
      case OPS.setFillGray:
      case OPS.setFillRGBColor:
      case OPS.setFillCMYKColor:
      case OPS.setFillColor:
      case OPS.setFillColorN:
        state.fillsWhite = isWhite(args);
        break;
      case OPS.rectangle:
        this.#add(args[0], args[1], args[0] + args[2], args[1] + args[3]);
        break;
      case OPS.moveTo:
        this.#at = this.#start = [args[0], args[1]];
        break;
      case OPS.lineTo:
        this.#lineTo([args[0], args[1]]);
        break;
      case OPS.curveTo:
        this.#curveTo([args[4], args[5]]);
        break;
      case OPS.curveTo2:
      case OPS.curveTo3:
        this.#curveTo([args[2], args[3]]);
        break;
      case OPS.closePath:
        if (this.#start) this.#lineTo(this.#start);
        break;
      case OPS.fill:
      case OPS.eoFill:
        this.#paint(state.fillsWhite ? 0 : 1, state.ctm);
        break;
      case OPS.stroke:
      case OPS.closeStroke:
        this.#paint(2, state.ctm);
        break;
      case OPS.fillStroke:
      case OPS.eoFillStroke:
      case OPS.closeFillStroke:
      case OPS.closeEOFillStroke:
        this.#paint(3, state.ctm);
        break;
      case OPS.endPath:
        this.#paint(0, state.ctm);
        break;
    }
  }

  #lineTo(to) {
    const from = this.#at;
    if (from && (from[0] === to[0] || from[1] === to[1])) this.#add(...from, ...to);
    this.#at = to;
  }

  #curveTo(to) {
    for (const [x, y] of [this.#at ?? to, to]) {
      const [x0, y0, x1, y1] = this.#round ?? [x, y, x, y];
      this.#round = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
    }
    this.#at = to;
  }

  #add(x0, y0, x1, y1) {
    if (this.#path.length < MOST_NUMBERS) this.#path.push(x0, y0, x1, y1);
  }

  #paint(how, [a, b, c, d, e, f]) {
    const isRound = this.#round !== null && how !== 0;
    const path = isRound ? this.#round : this.#path;
    for (let at = 0; how !== 0 && at < path.length && this.#count < MOST_NUMBERS; at += 4) {
      const [x0, y0, x1, y1] = path.slice(at, at + 4);
      const [left, bottom] = [a * x0 + c * y0 + e, b * x0 + d * y0 + f];
      const [right, top] = [a * x1 + c * y1 + e, b * x1 + d * y1 + f];
      this.#content.drawn.push(isRound ? 4 : how, left, bottom, right, top);
      this.#count += 5;
    }
    this.#path = [];
    this.#round = null;
    this.#at = this.#start = null;
  }
}

function isWhite(args) {
  const parts = args.filter((each) => typeof each === 'number');
  if (parts.length === 4) return parts.every((part) => part < 0.01);
  return parts.length > 0 && parts.every((part) => part > 0.99);
}

// Edits of pdf.js for the reader's bundle that change how long reading takes, never what is read: what is
// left out is for drawing, for another thread, or done more often than needed.

/** Each is made exactly once in the worker's file of the pinned version; else the build fails. */
export const lessWorkInWorker = [
  // Three matrices for each glyph, of which one is wanted.
  [
    `      return Util.transform(textState.ctm, Util.transform(textState.textMatrix, tsm));
    }
    function ensureTextContentItem`,
    `      return glyphTransform(textState.ctm, textState.textMatrix, tsm[0], tsm[3], tsm[5]);
    }
    function ensureTextContentItem`,
  ],
  [
    `    const clone = Object.assign(Object.create(this), this);
    clone.textMatrix = this.textMatrix.slice();
    clone.textLineMatrix = this.textLineMatrix.slice();
    clone.fontMatrix = this.fontMatrix.slice();
    return clone;`,
    `    return copyOfState(this);`,
  ],
  [
    `  textHScale = 1;
  textRise = 0;
  setTextMatrix`,
    `  textHScale = 1;
  textRise = 0;
  fillsWhite = false;
  setTextMatrix`,
  ],
  // Text goes to the other side in messages; these are handed over as they are (see `lessWorkInApi`).
  ['const TEXT_CHUNK_BATCH_SIZE = 10;', 'const TEXT_CHUNK_BATCH_SIZE = 100;'],
  ['sink?.enqueue(textContent, length);', 'sink?.enqueue({ ...textContent }, length);'],
  // A stream of the platform and its thread take longer than unpacking a few kilobytes.
  [
    `    super(maybeLength);
    this.stream = str;
    this.dict = str.dict;
    const cmf`,
    `    super(maybeLength);
    this.#isAsync = !(maybeLength < 65536);
    this.stream = str;
    this.dict = str.dict;
    const cmf`,
  ],
  // Fonts are written anew to be drawn with; their widths and characters are known before.
  [
    `    const compiler = new CFFCompiler(this.cff);
    this.seacs = this.cff.seacs;
    try {
      this.data = compiler.compile();
    } catch {
      warn("Failed to compile font " + properties.loadedName);
      this.data = file;
    }`,
    '',
  ],
  [
    `    const numGlyphs = font.numGlyphs;
    function getCharCodes`,
    `    return null;
    const numGlyphs = font.numGlyphs;
    function getCharCodes`,
  ],
  [
    `      builder.addTable(tableTag, tables[tableTag].data);
    }
    return builder.toArray();`,
    `      builder.addTable(tableTag, tables[tableTag].data);
    }
    return null;`,
  ],
];

/** The same in the file that hands text out: both sides are in one thread, and text is not changed any more. */
export const lessWorkInApi = [
  ['data: structuredClone(obj, ', 'data: obj.chunk?.items ? obj : structuredClone(obj, '],
  // So many items wait to be taken before reading pauses.
  ['const TEXT_CONTENT_CHUNK_SIZE = 100;', 'const TEXT_CONTENT_CHUNK_SIZE = 1000;'],
];

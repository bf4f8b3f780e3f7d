// How pdf.js is bundled, for the reader's bundle and for its tests alike.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lessWorkInApi, lessWorkInWorker } from './lessWork.mjs';

/**
 * Each is made exactly once in the worker's file of the pinned version; else the build fails.
 * getTextContent walks the whole content of a page, but tells neither the name of a font (is it bold?
 * is it a symbol font?) nor of rules and filled areas. Asking for the operator list as well would double
 * the time that reading takes, so what the walk has in its hands anyway is told with the text.
 */
const inWorker = [
  ['typeof self.postMessage === "function"', 'false'],
  // The text under each link would be read by another walk through the whole page.
  ['if (highlightedAnnotations.length > 0) {', 'if (false) {'],
  [
    `        textContent.styles[loadedName] = {
          fontFamily: font.fallbackName,`,
    `        textContent.styles[loadedName] = {
          name: font.name,
          isSymbolic: font.isSymbolicFont,
          isUnmapped: font.toUnicode instanceof IdentityToUnicodeMap,
          fontFamily: font.fallbackName,`,
  ],
  [
    `      styles: Object.create(null),
      lang
    };
    const textContentItem = {`,
    `      styles: Object.create(null),
      drawn: [],
      lang
    };
    const drawing = new DrawingCollector(textContent);
    const textContentItem = {`,
  ],
  [
    `        switch (fn | 0) {
          case OPS.setFont:
            const fontNameArg`,
    `        drawing.note(fn, args, textState);
        switch (fn | 0) {
          case OPS.setFont:
            const fontNameArg`,
  ],
  [
    `      const length = textContent.items.length;
      if (length === 0) {`,
    `      const length = textContent.items.length;
      if (length === 0 && (batch || textContent.drawn.length === 0)) {`,
  ],
  [
    `      textContent.items = [];
      textContent.styles = Object.create(null);
    }
    const timeSlotManager`,
    `      textContent.items = [];
      textContent.drawn = [];
      textContent.styles = Object.create(null);
    }
    const timeSlotManager`,
  ],
];

/**
 * The same in the worker of the page view, whose text items must be those of the reader. Some programs say
 * of a ligature that it is its last letter, though they name the glyph rightly.
 */
const ligatures = [
  [
    `          switch (glyphName) {
            case "f_h":
            case "f_t":
            case "T_h":
              toUnicode[charcode] = glyphName.replaceAll("_", "");
              continue;
          }`,
    `          if (/^[A-Za-z](?:_[A-Za-z])+$/.test(glyphName)) {
            toUnicode[charcode] = glyphName.replaceAll("_", "");
            continue;
          }`,
  ],
  [
    `        properties.fallbackToUnicode = this._simpleFontToUnicode(properties);
`,
    `        properties.fallbackToUnicode = this._simpleFontToUnicode(properties);
        properties.fallbackToUnicode.forEach((named, code) => {
          const letters = named.normalize("NFKD");
          const said = properties.toUnicode.get(code);
          if (/^[A-Za-z]{2,}$/.test(letters) && said?.length === 1 && letters.endsWith(said)) {
            properties.toUnicode.amend({ [code]: letters });
          }
        });
`,
  ],
];

/** What a page has and reading text doesn't need. */
const setting = 'const DOMMatrix = globalThis.DOMMatrix ?? class {};\n';

/**
 * Its polyfills put a function of their own in the place of `push`, for everybody and some times slower,
 * since that of V8 says nothing when nothing is pushed to a list of fixed length.
 */
const ownPush = [
  [
    'var FORCED = INCORRECT_TO_LENGTH || !properErrorOnNonWritableLength();',
    'var FORCED = INCORRECT_TO_LENGTH;',
  ],
];

/**
 * It takes itself for a page everywhere: under Node it would look for a canvas, and in a worker it would
 * seize the port of whoever runs there.
 */
const everywhere = [
  [
    'const isNodeJS = typeof process === "object" && process + "" === "[object process]" && !process.versions.nw && !(process.versions.electron && process.type && process.type !== "browser");',
    'const isNodeJS = false;',
  ],
];

function edited(source, edits) {
  let result = source;
  for (const [before, after] of edits) {
    if (result.split(before).length !== 2)
      throw new Error(`pdf.js is not as expected; see scripts/pdfjs: ${before.slice(0, 80)}`);
    result = result.replace(before, () => after);
  }
  return result;
}

/**
 * Bundles pdf.js, whatever is done with other packages.
 *
 * @type {import('esbuild').Plugin}
 */
export const bundlePdfjs = {
  name: 'pdfjs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^pdfjs-dist\// }, ({ path }) => ({
      path: fileURLToPath(import.meta.resolve(path)),
    }));
    onLoad({ filter: /pdfjs-dist.*[/\\]pdf\.mjs$/ }, async ({ path }) => ({
      contents:
        setting +
        edited(await readFile(path, 'utf8'), [...everywhere, ...ownPush, ...lessWorkInApi]),
    }));
    onLoad({ filter: /pdfjs-dist.*[/\\]pdf\.worker\.mjs$/ }, async ({ path }) => {
      const collector = await readFile(new URL('drawingCollector.js', import.meta.url), 'utf8');
      const state = await readFile(new URL('textState.js', import.meta.url), 'utf8');
      const source = edited(await readFile(path, 'utf8'), [
        ...everywhere,
        ...ownPush,
        ...inWorker,
        ...lessWorkInWorker,
        ...ligatures,
      ]);
      return { contents: `${setting}${source}\n${collector}\n${state}` };
    });
  },
};

/**
 * Bundles pdf.js for the page view.
 *
 * @type {import('esbuild').Plugin}
 */
export const bundlePageWorker = {
  name: 'pdfjs-pages',
  setup({ onLoad }) {
    onLoad({ filter: /pdfjs-dist.*[/\\]pdf\.mjs$/ }, async ({ path }) => ({
      contents: edited(await readFile(path, 'utf8'), ownPush),
    }));
    onLoad({ filter: /pdfjs-dist.*[/\\]pdf\.worker\.mjs$/ }, async ({ path }) => ({
      contents: edited(await readFile(path, 'utf8'), [...ownPush, ...ligatures]),
    }));
  },
};

// How pdf.js is bundled, for the reader's bundle and for its tests alike.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

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

/** What a page has and reading text doesn't need. */
const setting = 'const DOMMatrix = globalThis.DOMMatrix ?? class {};\n';

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
      contents: setting + edited(await readFile(path, 'utf8'), everywhere),
    }));
    onLoad({ filter: /pdfjs-dist.*[/\\]pdf\.worker\.mjs$/ }, async ({ path }) => {
      const collector = await readFile(new URL('drawingCollector.js', import.meta.url), 'utf8');
      const source = edited(await readFile(path, 'utf8'), [...everywhere, ...inWorker]);
      return { contents: `${setting}${source}\n${collector}` };
    });
  },
};

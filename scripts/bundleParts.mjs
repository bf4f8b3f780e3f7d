/** What the extension must not hold: readers and their parsers are bundles of their own. */
const ofReaders =
  /^src\/readers\/|node_modules\/(?:parse5|htmlparser2|@mozilla|pdfjs-dist|fflate)\//;

/** What must not be loaded before there is a paper. */
const ofPapers = /^src\/core\/(?:rendering|conversion)\/|node_modules\/(?:markdown-it|yaml)\//;

/**
 * What is loaded when the extension is activated: its main file with all that it requires, and that in turn.
 *
 * @param {import('esbuild').Metafile} metafile
 */
export function atActivation({ outputs }) {
  const files = new Set(['dist/extension.cjs']);
  for (const file of files) {
    for (const { path, kind } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && path in outputs) files.add(path);
    }
  }
  const found = [...files].flatMap((file) => outputs[file] ?? []);
  return {
    files: [...files],
    bytes: found.reduce((sum, { bytes }) => sum + bytes, 0),
    inputs: Object.assign({}, ...found.map(({ inputs }) => inputs)),
  };
}

/**
 * The parts of a bundle with their kilobytes of 1,000 bytes, the largest first: packages, and folders of
 * the sources.
 *
 * @param {Pick<import('esbuild').Metafile['outputs'][string], 'inputs'>} output
 * @returns {{part: string, kilobytes: number}[]}
 */
export function partsOf({ inputs }) {
  const parts = new Map();
  for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
    const part = name ?? file.split('/').slice(0, -1).slice(0, 4).join('/');
    parts.set(part, (parts.get(part) ?? 0) + bytesInOutput / 1000);
  }
  return [...parts]
    .map(([part, kilobytes]) => ({ part, kilobytes }))
    .sort((a, b) => b.kilobytes - a.kilobytes);
}

/** The files of readers that are in a bundle. */
export const readersIn = (/** @type {Inputs} */ output) => filesIn(output, ofReaders);

/** The files that read or draw papers in what is loaded at activation. */
export const readingIn = (/** @type {Inputs} */ output) => filesIn(output, ofPapers);

/** @typedef {Pick<import('esbuild').Metafile['outputs'][string], 'inputs'>} Inputs */

function filesIn({ inputs }, pattern) {
  return Object.entries(inputs)
    .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && pattern.test(file))
    .map(([file]) => file);
}

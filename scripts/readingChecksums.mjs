import { build } from 'esbuild';
import { bundlePdfjs } from './pdfjs/bundlePdfjs.mjs';

/** What reads the papers of each format for the index, with all that it calls. */
const modules = {
  html: 'src/readers/html/worker.ts',
  pdf: 'src/readers/pdf/worker.ts',
  docx: 'src/readers/word/worker.ts',
  text: 'src/core/navigation/scan.ts',
};

/**
 * A checksum for each format of papers, of the code that decides what is read of them: it changes with
 * that code, however it is built, and with nothing else.
 *
 * @returns {Promise<Record<import('../src/core/paper/paper.ts').PaperFormat, string>>}
 */
export async function readingChecksums() {
  const checksums = await Promise.all(Object.entries(modules).map(checksumOf));
  const { text, ...readers } = Object.fromEntries(checksums);
  return { ...readers, text, markdown: text };
}

/**
 * As `readingChecksums`, for development: it takes no time, and every build is another one.
 *
 * @returns {Record<import('../src/core/paper/paper.ts').PaperFormat, string>}
 */
export function newReadings() {
  const formats = [...Object.keys(modules), 'markdown'];
  return Object.fromEntries(formats.map((format) => [format, new Date().toISOString()]));
}

async function checksumOf([format, module]) {
  const { outputFiles } = await build({
    ...{ entryPoints: [module], plugins: [bundlePdfjs], bundle: true, write: false },
    ...{ minify: true, legalComments: 'none', target: 'es2022', logLevel: 'error' },
    ...{ format: 'esm', platform: 'neutral', mainFields: ['module', 'main'] },
  });
  return [format, outputFiles[0].hash];
}

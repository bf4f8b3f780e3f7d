// The Hypothesis client's own match-quote module. Hypothesis publishes it on npm only inside a bundle, but
// @readium/navigator-html-injectables ships it unchanged as source; esbuild turns that published file into something
// Node can load, in memory. Nothing of it is kept here.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export async function load() {
  const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  const entry = path.join(
    root,
    '../../node_modules/@readium/navigator-html-injectables/src/vendor/hypothesis/anchoring/match-quote.ts',
  );
  const out = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
    target: 'node20',
    tsconfigRaw: '{}',
  });
  const { matchQuote } = await import(
    `data:text/javascript;base64,${Buffer.from(out.outputFiles[0].text).toString('base64')}`
  );
  // The client tries the stored position first and accepts it when the text there equals the quote (html anchoring).
  return (text, a) => {
    if (text.slice(a.start, a.end) === a.exact) return { start: a.start, end: a.end, score: 1 };
    return matchQuote(text, a.exact, { prefix: a.prefix, suffix: a.suffix, hint: a.start });
  };
}

import type { PageText } from '../layout/pageText.ts';

/** Text of which more than this is no text is called garbled. */
const GARBLED_SHARE = 0.15;
/** Fewer characters say nothing about a page. */
const FEWEST_LETTERS = 40;

/** What is wrong with the text of the pages: scans without any, and garbled layers. */
export function textProblems(pages: readonly PageText[]): string[] {
  const problems: string[] = [];
  const empty = pages.filter(({ runs, turned }) => runs.length + turned.length === 0);
  if (empty.length === pages.length && pages.length > 0)
    problems.push(
      'This PDF has no text, only pictures of its pages. Run it through OCR to read it here.',
    );
  else if (empty.length > 0)
    problems.push(
      `${pageList(empty)} ${has(empty)} no text; if words can be seen there, they are pictures.`,
    );
  const garbled = pages.filter(isGarbled);
  if (garbled.length > 0)
    problems.push(
      `${pageList(garbled)} ${has(garbled)} text that can't be read rightly: its fonts don't say which characters they draw.`,
    );
  return problems;
}

function isGarbled({ runs }: PageText): boolean {
  let all = 0;
  let bad = 0;
  for (const { text, font } of runs) {
    if (font.isSymbol) continue;
    all += text.replace(/\s/g, '').length;
    // eslint-disable-next-line no-control-regex -- what no text should hold
    bad += text.match(/[\u0000-\u0008\u000E-\u001F\uFFFD\uE000-\uF8FF]/g)?.length ?? 0;
  }
  return all >= FEWEST_LETTERS && bad > GARBLED_SHARE * all;
}

function has(pages: readonly unknown[]): string {
  return pages.length === 1 ? 'has' : 'have';
}

/** "Page 3", "Pages 3, 5–7": stretches of pages, at most ten of them. */
export function pageList(pages: readonly { readonly page: number }[]): string {
  const stretches: [number, number][] = [];
  for (const { page } of pages) {
    const last = stretches.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else stretches.push([page, page]);
  }
  const named = stretches.map(([from, to]) =>
    from === to ? String(from + 1) : `${String(from + 1)}–${String(to + 1)}`,
  );
  const list = named.length > 10 ? `${named.slice(0, 10).join(', ')} …` : named.join(', ');
  return `${pages.length === 1 ? 'Page' : 'Pages'} ${list}`;
}

import type { Box } from './box.ts';
import type { TextRun } from './pageText.ts';

/** A place on the page that leads somewhere. */
export interface LinkArea extends Box {
  readonly href: string;
}

/** A word counts as linked if the area ends within so many letters of its end. */
const NEAR = 3;

/** The runs with the addresses of the links that lie over them; a run is cut where a link covers part of it. */
export function linkedRuns(runs: readonly TextRun[], links: readonly LinkArea[]): TextRun[] {
  if (links.length === 0) return [...runs];
  return runs.flatMap((run) => {
    const middle = (run.top + run.bottom) / 2;
    const over = links.filter(
      ({ left, right, top, bottom }) =>
        top < middle && bottom > middle && left < run.right - 1 && right > run.left + 1,
    );
    return over.reduce<TextRun[]>(
      (parts, link) => parts.flatMap((part) => linked(part, link)),
      [run],
    );
  });
}

function linked(run: TextRun, link: LinkArea): TextRun[] {
  const { length } = run.text;
  if (run.href !== null || link.right < run.left + 1 || link.left > run.right - 1) return [run];
  const width = (run.right - run.left) / length;
  const covered = Math.min(link.right, run.right) - Math.max(link.left, run.left);
  const isWhole = covered > run.right - run.left - Math.min(NEAR, length / 2) * width;
  if (isWhole || run.isRightToLeft || width <= 0) return [{ ...run, href: link.href }];
  const from = wordEdge(run.text, (link.left - run.left) / width);
  const to = wordEdge(run.text, (link.right - run.left) / width);
  // Areas reach a little into the signs around the words that they are made for.
  if (from >= to || !/[\p{L}\p{N}]/u.test(run.text.slice(from, to))) return [run];
  return [
    part(run, 0, from, width),
    { ...part(run, from, to, width), href: link.href },
    part(run, to, length, width),
  ].filter(({ text }) => text !== '');
}

/** The nearest edge of a word to a place in a text, which is known to some letters only. */
function wordEdge(text: string, place: number): number {
  const at = Math.min(text.length, Math.max(0, Math.round(place)));
  for (let away = 0; away <= NEAR; away += 1)
    for (const edge of [at - away, at + away]) if (isEdge(text, edge)) return edge;
  return at;
}

function isEdge(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return at === 0 || at === text.length;
  return /[\s(“"]/.test(text.charAt(at - 1)) !== /[\s(“"]/.test(text.charAt(at));
}

function part(run: TextRun, from: number, to: number, width: number): TextRun {
  return {
    ...run,
    text: run.text.slice(from, to),
    offset: run.offset + from,
    left: run.left + from * width,
    right: to === run.text.length ? run.right : run.left + to * width,
    followsSpace: from === 0 && run.followsSpace,
  };
}

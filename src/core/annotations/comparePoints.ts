import { changedWords } from '../anchoring/changedWords.ts';
import { longestAscent } from '../anchoring/commonOnce.ts';
import { foldAlike } from '../anchoring/foldedText.ts';
import type { Block } from '../paper/paper.ts';

/** A key point or recommendation in two editions of a paper. */
export type ComparedPoint =
  | { readonly state: 'same' | 'changed'; readonly old: Block; readonly now: Block }
  | { readonly state: 'added'; readonly old: null; readonly now: Block }
  | { readonly state: 'removed'; readonly old: Block; readonly now: null };

/** Share of the letters of two points that has to be the same for them to be one point, changed. */
const leastAlike = 0.5;

/** Pairs the points of two editions: those that read the same, then those that are most alike. */
export function comparePoints(
  oldBlocks: readonly Block[],
  newBlocks: readonly Block[],
): readonly ComparedPoint[] {
  const olds = oldBlocks.filter(isPoint);
  const news = newBlocks.filter(isPoint);
  const partner = new Map<Block, Block>();
  const taken = new Set<Block>();
  const pair = (old: Block, now: Block) => {
    if (taken.has(old) || partner.has(now)) return;
    partner.set(now, old);
    taken.add(old);
  };
  for (const now of news) {
    const same = olds.find((old) => !taken.has(old) && readsTheSame(old, now));
    if (same) pair(same, now);
  }
  const free = olds.filter((old) => !taken.has(old));
  const alike = news
    .filter((now) => !partner.has(now))
    .flatMap((now) => free.map((old) => ({ old, now, likeness: likeness(old.text, now.text) })))
    .filter((each) => each.likeness >= leastAlike);
  for (const { old, now } of alike.toSorted((a, b) => b.likeness - a.likeness)) pair(old, now);

  const compared = news.map((now): ComparedPoint => {
    const old = partner.get(now);
    if (old === undefined) return { state: 'added', old: null, now };
    return { state: readsTheSame(old, now) ? 'same' : 'changed', old, now };
  });
  return withRemoved(olds, taken, compared);
}

/** The removed points put in behind the one that each followed. */
function withRemoved(
  olds: readonly Block[],
  taken: ReadonlySet<Block>,
  compared: readonly ComparedPoint[],
): readonly ComparedPoint[] {
  const kept = longestAscent(
    compared.flatMap(({ old }, at) => (old === null ? [] : [{ old, at }])),
    ({ old }) => olds.indexOf(old),
  );
  const places = new Map(kept.map(({ old, at }) => [old, at + 1]));
  const removedAt = new Map<number, ComparedPoint[]>();
  let place = 0;
  for (const old of olds) {
    place = places.get(old) ?? place;
    if (taken.has(old)) continue;
    const removed: ComparedPoint = { state: 'removed', old, now: null };
    removedAt.set(place, [...(removedAt.get(place) ?? []), removed]);
  }
  return [
    ...(removedAt.get(0) ?? []),
    ...compared.flatMap((point, at) => [point, ...(removedAt.get(at + 1) ?? [])]),
  ];
}

function isPoint({ role, text }: Block): boolean {
  return (role === 'keyPoint' || role === 'recommendation') && text !== '';
}

function readsTheSame(old: Block, now: Block): boolean {
  return old.role === now.role && foldAlike(old.text, now.text);
}

function likeness(before: string, after: string): number {
  let same = 0;
  let all = 0;
  for (const { kind, text } of changedWords(before, after)) {
    all += text.length * (kind === 'same' ? 2 : 1);
    if (kind === 'same') same += text.length * 2;
  }
  return all === 0 ? 1 : same / all;
}

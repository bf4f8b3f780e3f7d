import type { Token } from 'markdown-it';
import type { Block } from '../paper/paper.ts';
import { isAdvice } from '../paper/roles/advice.ts';
import { sourceOf } from '../paper/tokens.ts';
import { drawTokens } from './drawTokens.ts';
import { escapeHtml, generated, rangeAttribute, type Drawing } from './drawing.ts';
import type { PartKind } from './renderedPaper.ts';
import type { Unit } from './units.ts';

/** The inside of a section of key points or recommendations: a heading with their number, and a list. */
export function drawPoints(
  drawing: Drawing,
  { kind, units }: { readonly kind: PartKind; readonly units: readonly Unit[] },
): string {
  const blocks = units.flatMap((unit) => unit.blocks);
  const points = blocks.filter(isPoint).length;
  const advice = blocks.filter(recommends).length;
  const { words } = drawing.page;
  const count =
    kind === 'keyPoints' ? words.keyPoints(points, advice) : words.recommendations(points);
  const mark = kind === 'keyPoints' ? words.recommendation : '';
  const parts: string[] = [];
  let isCounted = false;
  let items: string[] = [];
  const endList = (): void => {
    if (items.length > 0) parts.push(`<ol class="points">${items.join('')}</ol>`);
    items = [];
  };
  for (const unit of units) {
    const drawn = drawItems(drawing, unit, mark);
    if (drawn !== null) {
      items = items.concat(drawn);
      continue;
    }
    endList();
    const html = drawTokens(drawing, unit.tokens);
    const isHeading: boolean = unit.tokens[0]?.type === 'heading_open' && !isCounted;
    parts.push(isHeading ? withCount(html, count) : html);
    isCounted ||= isHeading;
  }
  endList();
  return parts.join('');
}

function withCount(heading: string, count: string): string {
  const end = heading.lastIndexOf('</');
  return `${heading.slice(0, end)}<small data-generated> ${escapeHtml(count)}</small>${heading.slice(end)}`;
}

/** The list items that a unit gives; null where it is something else than points. */
function drawItems(drawing: Drawing, unit: Unit, mark: string): readonly string[] | null {
  const first = unit.tokens[0];
  if (first?.type === 'bullet_list_open' || first?.type === 'ordered_list_open')
    return itemsIn(unit.tokens).map((item) => drawItem(drawing, item, mark));
  const block = first === undefined ? undefined : drawing.blocks.get(first);
  if (block === undefined || !isPoint(block) || first?.type !== 'paragraph_open') return null;
  const words = `${drawTokens(drawing, unit.tokens)}${adviceMark(block, mark)}`;
  return [`<li${rangeAttribute(drawing, unit.range)}${pointAttributes(block)}>${words}</li>`];
}

function itemsIn(list: readonly Token[]): readonly (readonly Token[])[] {
  const items: Token[][] = [];
  let depth = 0;
  for (const token of list.slice(1, -1)) {
    if (depth === 0) items.push([]);
    items.at(-1)?.push(token);
    depth += token.nesting;
  }
  return items;
}

function drawItem(drawing: Drawing, item: readonly Token[], mark: string): string {
  const first = item[0];
  if (first === undefined) return '';
  const block = drawing.blocks.get(first);
  const place = rangeAttribute(drawing, sourceOf(first).range);
  const nested = item.findIndex(({ type }) => /^(?:bullet|ordered)_list_open$/u.test(type));
  const end = nested < 0 ? item.length - 1 : nested;
  const own = drawTokens(drawing, item.slice(1, end));
  const rest = drawTokens(drawing, item.slice(end, -1));
  return `<li${place}${pointAttributes(block)}>${own}${adviceMark(block, mark)}${rest}</li>`;
}

function pointAttributes(block: Block | undefined): string {
  if (block === undefined) return '';
  const ordinal = block.ordinal === null ? '' : ` data-ordinal="${escapeHtml(block.ordinal)}"`;
  return ` data-role="${block.role}"${ordinal}`;
}

function isPoint({ role }: Block): boolean {
  return role === 'keyPoint' || role === 'recommendation';
}

/** Whether a point is a recommendation by its place or, among key points, by its words. */
function recommends({ role, text }: Block): boolean {
  return role === 'recommendation' || (role === 'keyPoint' && isAdvice(text));
}

function adviceMark(block: Block | undefined, mark: string): string {
  if (block === undefined || !recommends(block) || mark === '') return '';
  return generated(` ${mark}`).replace('<span ', '<span class="recommendationMark" ');
}

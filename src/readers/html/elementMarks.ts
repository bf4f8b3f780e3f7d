import type { Mark } from '../../core/paper/document/paperDocument.ts';
import { attribute, type Element } from './tree.ts';

const marksByName: Readonly<Record<string, Mark | undefined>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  var: 'emphasis',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sup: 'superscript',
  sub: 'subscript',
};

/** How an element sets its text apart: by its name, or by a style of its own. */
export function marksOf(element: Element, outer: readonly Mark[]): readonly Mark[] {
  const named = marksByName[element.tagName];
  const style = attribute(element, 'style') ?? '';
  const marks = new Set([...outer, ...(named === undefined ? [] : [named]), ...styled(style)]);
  if (/font-weight:\s*(?:normal|400)/iu.test(style)) marks.delete('strong');
  if (/font-style:\s*normal/iu.test(style)) marks.delete('emphasis');
  return marks.size === outer.length ? outer : [...marks];
}

function styled(style: string): readonly Mark[] {
  if (style === '') return [];
  return [
    ...(/font-weight:\s*(?:bold|[6-9]00)/iu.test(style) ? (['strong'] as const) : []),
    ...(/font-style:\s*(?:italic|oblique)/iu.test(style) ? (['emphasis'] as const) : []),
    ...(/vertical-align:\s*super/iu.test(style) ? (['superscript'] as const) : []),
    ...(/vertical-align:\s*sub(?!er)/iu.test(style) ? (['subscript'] as const) : []),
  ];
}

import { renderPaper } from '../../../src/core/rendering/renderPaper.ts';
import { checkTextMaps } from './checkTextMap.ts';
import { statedPaper, type Statement } from './statedPaper.ts';

/** The HTML of a paper's parts, without what only says where things stand; its maps are checked. */
export function page(text: string, statement: Statement = {}): string[] {
  const paper = statedPaper(text, statement);
  checkTextMaps(paper);
  return renderPaper(paper).parts.map(({ html }) =>
    html.replace(/ data-(?:range|role)="[^"]*"/gu, ''),
  );
}

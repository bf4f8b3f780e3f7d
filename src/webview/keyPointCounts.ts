import { element } from './element.ts';
import { words } from './words.ts';

/** Says in the headings of key points and recommendations how many of them are annotated. */
export function drawKeyPointCounts(paper: HTMLElement): void {
  for (const part of paper.querySelectorAll<HTMLElement>(
    '.part.keyPoints, .part.recommendations',
  )) {
    undressKeyPointCount(part);
    const points = [...part.querySelectorAll('[data-role=keyPoint], [data-role=recommendation]')];
    const annotated = points.filter(
      (point) => point.querySelector('mark[data-ids]') !== null,
    ).length;
    const heading = part.querySelector('h1,h2,h3,h4,h5,h6');
    if (annotated === 0 || heading === null) continue;
    heading.append(
      element(
        'small',
        { class: 'count', 'data-generated': '', 'data-added': '' },
        words.annotated(annotated),
      ),
    );
  }
}

/** Takes the count off again. */
export function undressKeyPointCount(part: HTMLElement): void {
  for (const count of part.querySelectorAll('.count[data-added]')) count.remove();
}

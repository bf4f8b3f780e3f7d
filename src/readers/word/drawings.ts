import type { DocumentImage } from '../../core/paper/document/paperDocument.ts';
import type { Line, WordReading } from './wordReading.ts';
import { descendants, type XmlElement } from './xml.ts';

/** Adds the pictures of a drawing to a line, and reads the boxes of text in it. */
export function readDrawing(reading: WordReading, line: Line, element: XmlElement): void {
  const about = [...descendants(element, 'wp:docPr')][0]?.attributes ?? {};
  const shape = [...descendants(element, 'v:shape')][0]?.attributes ?? {};
  const description = (about['descr'] ?? about['title'] ?? shape['alt'] ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
  const boxes = [...descendants(element, 'w:txbxContent')];
  for (const box of boxes) line.boxes.push(...reading.readBox(line.part, box));
  if (boxes.length > 0) return;
  const relations = [
    ...[...descendants(element, 'a:blip')].map(
      ({ attributes }) => attributes['r:embed'] ?? attributes['r:link'],
    ),
    ...[...descendants(element, 'v:imagedata')].map(({ attributes }) => attributes['r:id']),
  ];
  for (const relation of relations) {
    const picture = reading.file.pictureOf(line.part, relation ?? '');
    if (picture === null) continue;
    const image: DocumentImage = { description, ...picture };
    if (image.bytes !== null || image.href !== null || description !== '')
      line.inlines.push({ type: 'image', image });
  }
}

import type { DocumentImage } from '../../core/paper/document/paperDocument.ts';
import type { PageLinks } from './pageLinks.ts';
import { attribute, type Element } from './tree.ts';

/** Attributes in which pages keep a picture's address until it is scrolled to; before `src`, which is a blank then. */
const lateAddresses = ['data-src', 'data-original', 'data-lazy-src'];

/** The picture of an element; null for what only counts visitors or parts a layout. */
export function pictureOf(element: Element, links: PageLinks): DocumentImage | null {
  const size = (name: string): number => Number.parseInt(attribute(element, name) ?? '', 10);
  if (size('width') <= 3 || size('height') <= 3) return null;
  const description = (attribute(element, 'alt') ?? '').replace(/\s+/gu, ' ');
  const address =
    lateAddresses
      .map((name) => attribute(element, name))
      .find((each) => each !== null && each !== '') ??
    attribute(element, 'src') ??
    firstOfSet(attribute(element, 'srcset')) ??
    '';
  const written = pictureInAddress(address);
  if (written !== null) return { description, href: null, ...written };
  const href = links.sourceOf(address);
  if (href === null && description === '') return null;
  return { description, href, bytes: null, type: '' };
}

function firstOfSet(set: string | null): string | null {
  return /^\s*([^\s,]+)/u.exec(set ?? '')?.[1] ?? null;
}

/** Largest picture that is taken out of an address, in characters. */
const longestAddress = 8_000_000;

/** The bytes of a picture that is written out in its address; drawings that could hold scripts are left out. */
function pictureInAddress(address: string): Pick<DocumentImage, 'bytes' | 'type'> | null {
  const [, type = '', base64 = ''] =
    /^data:(image\/(?:png|jpeg|gif|webp|bmp|avif))[^,]*;base64,(.+)$/isu.exec(
      address.slice(0, longestAddress),
    ) ?? [];
  if (type === '') return null;
  try {
    const binary = atob(base64.replace(/\s+/gu, ''));
    return {
      bytes: Uint8Array.from(binary, (each) => each.charCodeAt(0)),
      type: type.toLowerCase(),
    };
  } catch {
    return null;
  }
}

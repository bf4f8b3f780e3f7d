import { button, element } from './element.ts';
import { words } from './words.ts';

/** Where images may come from. */
export interface ImagePolicy {
  /** What relative paths resolve against. */
  readonly baseUri: string;
  /** Whether other hosts may be asked. */
  readonly remoteImages: boolean;
}

/**
 * Settles where each image of a part comes from, before the part is put into the page: paths of the
 * workspace resolve against the base; an image from elsewhere gives way to a button that names its host,
 * unless remote images are allowed; what is neither, or is not there, becomes its alternative text.
 * `changeInPlace` changes a page that is shown already.
 */
export function settleImages(
  root: Element,
  policy: ImagePolicy,
  loadRemote: () => void,
  changeInPlace: (change: () => void) => void,
): void {
  for (const image of root.querySelectorAll('img')) {
    const source = image.dataset['src'] ?? image.getAttribute('src') ?? '';
    const place = placeOf(source, policy.baseUri);
    image.removeAttribute('srcset');
    if (place === null) {
      image.replaceWith(plain(image.alt));
    } else if (!place.isRemote || policy.remoteImages) {
      image.src = place.url.href;
      image.loading = 'lazy';
      image.addEventListener('error', () => {
        changeInPlace(() => {
          image.replaceWith(plain(image.alt));
        });
      });
    } else {
      image.replaceWith(placeholder(place.url.host, image.alt, loadRemote));
    }
  }
}

interface ImagePlace {
  readonly url: URL;
  readonly isRemote: boolean;
}

function placeOf(source: string, baseUri: string): ImagePlace | null {
  if (source === '' || !URL.canParse(source, baseUri)) return null;
  const url = new URL(source, baseUri);
  if (URL.canParse(baseUri)) {
    const base = new URL(baseUri);
    if (url.protocol === base.protocol && url.host === base.host) return { url, isRemote: false };
  }
  return url.protocol === 'https:' || url.protocol === 'http:' ? { url, isRemote: true } : null;
}

function plain(alternative: string): HTMLElement {
  return element(
    'span',
    { class: 'image-missing', 'data-generated': '' },
    words.imageNotShown(alternative),
  );
}

function placeholder(host: string, alternative: string, loadRemote: () => void): HTMLElement {
  return element(
    'span',
    { class: 'image-remote', 'data-generated': '' },
    words.imageFrom(host, alternative),
    ' ',
    button({ class: 'link' }, loadRemote, words.loadRemoteImages),
  );
}

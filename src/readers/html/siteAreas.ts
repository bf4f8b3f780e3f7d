import { keptLength } from './mainHome.ts';
import type { PageFacts } from './pageFacts.ts';
import { attribute, elementsIn, hasWord, textOf, type Element, type Parent } from './tree.ts';

const landmarks: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  banner: 'page header',
  contentinfo: 'page footer',
  search: 'search form',
  dialog: 'dialog',
  alertdialog: 'dialog',
  menu: 'navigation',
  menubar: 'navigation',
  toolbar: 'page controls',
};

/** Words in classes and ids by which sites name what stands around a paper; whole words, parted by dashes. */
const named: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[-_])(?:cookies?|consent|gdpr|ccpa)(?:$|[-_])/iu, 'cookie notice'],
  [/(?:^|[-_])(?:breadcrumbs?|crumbs?)(?:$|[-_])/iu, 'breadcrumb'],
  [
    /(?:^|[-_])(?:newsletter|subscribe|subscription|sign-?up|donate|donation|cta)(?:$|[-_])/iu,
    'newsletter form',
  ],
  [
    /(?:^|[-_])(?:share|sharing|sharedaddy|addtoany|addthis|social)(?:$|[-_])/iu,
    'print and share links',
  ],
  [/(?:^|[-_])(?:skip|skip-?(?:link|nav|to)\w*)(?:$|[-_])/iu, 'skip link'],
  [/(?:^|[-_])(?:comments?|disqus|respond|comment-?list)$/iu, 'comments'],
  [
    /(?:^|[-_])(?:menu|navbar|navigation|subnav|sidenav|nav|pager|pagination|paging)(?:$|[-_])/iu,
    'navigation',
  ],
  [
    /(?:^|[-_])(?:related|recommended|recommendations-list|more-?stories|also-?like|read-?next)(?:$|[-_])/iu,
    'related content',
  ],
  [
    /(?:^|[-_])(?:advert\w*|ads?|sponsor(?:ed)?|promo|promoted|banner-ad)(?:$|[-_])/iu,
    'advertisement',
  ],
  [/(?:^|[-_])(?:modal|popup|lightbox|overlay|toast)(?:$|[-_])/iu, 'dialog'],
  [/^(?:page|site|global)?-?(?:sidebar|footer|masthead)$/iu, 'beside the text'],
];

/**
 * Why an element is none of the paper's own by what the page itself says: its name, role or class. Null for all
 * else. None of that is believed of elements that hold a good part of the page's text, or of its main text.
 */
export function siteArea(element: Element, { main, length }: PageFacts): string | null {
  const reason = statedReason(element);
  if (reason === null || isSure(element)) return reason;
  const own = textOf(element).length;
  return own < 0.3 * length && keptLength(element, main) < 0.5 * own ? reason : null;
}

/** Areas that hold no text of a paper, whatever is in them. */
function isSure({ tagName }: Element): boolean {
  return /^(?:nav|button|select|textarea|datalist|option|dialog)$/u.test(tagName);
}

function statedReason(element: Element): string | null {
  const { tagName } = element;
  const role = attribute(element, 'role')?.toLowerCase() ?? '';
  if (tagName === 'nav' || role === 'navigation') return isContents(element) ? null : 'navigation';
  const landmark = landmarks[role];
  if (landmark !== undefined) return landmark;
  if (tagName === 'footer' && isOfPage(element)) return 'page footer';
  if (tagName === 'dialog') return 'dialog';
  if (/^(?:button|select|textarea|datalist|option)$/u.test(tagName)) return 'form';
  if (tagName === 'form') return textOf(element).length < 600 ? 'form' : null;
  if (tagName === 'noscript') return textOf(element).length < 300 ? 'shown without scripts' : null;
  return /^(?:html|body|main|article|h[1-6]|p|a|span)$/u.test(tagName)
    ? null
    : reasonByName(element);
}

function reasonByName(element: Element): string | null {
  for (const name of ['id', 'class'])
    for (const [words, reason] of named) if (hasWord(element, name, words)) return reason;
  return null;
}

/** Whether a footer is that of the page, not that of a note or an article in it. */
function isOfPage(element: Element): boolean {
  for (let at: Parent | null = element.parentNode; at !== null; at = parentOf(at))
    if (/^(?:article|section|blockquote|main)$/u.test(at.nodeName)) return false;
  return true;
}

function parentOf(node: Parent): Parent | null {
  return 'parentNode' in node ? node.parentNode : null;
}

/** Whether links of a list mostly lead to places in the same page: such a list is the paper's contents. */
export function isContents(element: Element): boolean {
  const hrefs: string[] = [];
  for (const each of elementsIn(element))
    if (each.tagName === 'a') hrefs.push(attribute(each, 'href') ?? '');
  const within = hrefs.filter((href) => /^[^?]*#[^/]+$/u.test(href) && !/^#?$/u.test(href));
  return hrefs.length >= 3 && within.length >= 0.8 * hrefs.length;
}

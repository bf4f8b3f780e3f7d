import type { DocumentCue } from '../../core/paper/document/paperDocument.ts';
import { isContents } from './siteAreas.ts';
import { attribute, elementsIn, hasWord, textOf, type Element } from './tree.ts';

const byline =
  /(?:^|[-_])(?:bylines?|authors?|contributors?|writers?)(?:$|[-_](?:names?|list|line|info|meta)$|$)/iu;
const date =
  /(?:^|[-_])(?:date|dateline|pubdate|published|publish-date|publication-date|timestamp|post-date)(?:$|[-_])/iu;
const subtitle =
  /(?:^|[-_])(?:sub-?title|sub-?head(?:line)?|standfirst|deck|dek|tagline)(?:$|[-_])/iu;
const contents = /(?:^|[-_])(?:toc|table-?of-?contents)(?:$|[-_])/iu;
const box =
  /(?:^|[-_])(?:box|callout|info-?box|text-?box|pull-?quote|key-?(?:points|facts|findings))(?:$|[-_])/iu;
const title =
  /(?:^|[-_])(?:(?:entry|article|post|page|paper|report|publication|document|main|node)-?title|headline)$/iu;

/** Parts of addresses under which sites list what they have on a topic. */
const topicAddress =
  /\/(?:tags?|topics?|categor(?:y|ies)|keywords?|subjects?|themes?|issues?|schlagwort(?:e)?|themen|etiquetas?|mots-cles)(?:\/|=|$)/iu;

/** What an element is for by its own name, class or links; null for most. Passages are for nothing but reading. */
export function cueOf(element: Element): DocumentCue | null {
  const { tagName } = element;
  if (/^h[1-6]$/u.test(tagName))
    return hasWord(element, 'class', title) || attribute(element, 'itemprop') === 'headline'
      ? 'title'
      : null;
  if (/^(?:nav|ul|ol|div|section|details)$/u.test(tagName) && isTableOfContents(element))
    return 'contents';
  if (/^(?:ul|ol|div|p|section|footer|span|dl)$/u.test(tagName) && isTopics(element)) return 'tags';
  if (tagName === 'aside' || hasWord(element, 'class', box)) return 'box';
  if (!/^(?:p|div|span|section|address|ul|header|time)$/u.test(tagName)) return null;
  const length = textOf(element).length;
  if (length === 0 || length > 300) return null;
  if (hasWord(element, 'class', subtitle)) return 'subtitle';
  if (length > 200) return null;
  const isAuthor =
    attribute(element, 'itemprop') === 'author' || attribute(element, 'rel') === 'author';
  if (isAuthor || hasWord(element, 'class', byline)) return 'byline';
  return hasWord(element, 'class', date) && length < 80 ? 'date' : null;
}

function isTableOfContents(element: Element): boolean {
  if (attribute(element, 'role') === 'doc-toc') return true;
  const isNamed = hasWord(element, 'class', contents) || hasWord(element, 'id', contents);
  return (isNamed || element.tagName === 'nav') && isContents(element);
}

/** Whether an element is a row of links to topics and says nothing else. */
function isTopics(element: Element): boolean {
  const links: Element[] = [];
  for (const each of elementsIn(element)) if (each.tagName === 'a') links.push(each);
  if (links.length === 0 || links.length > 40) return false;
  const isTopic = (link: Element): boolean =>
    hasWord(link, 'rel', /^(?:tag|category)$/iu) ||
    topicAddress.test(attribute(link, 'href') ?? '');
  const named = links.filter(isTopic);
  if (named.length < links.length || named.some((link) => textOf(link).length > 60)) return false;
  const words = named.map((link) => textOf(link));
  const [first = '', ...rest] = words;
  const text = textOf(element);
  const start = text.indexOf(first);
  if (first === '' || start < 0 || start > 40) return false;
  // Nothing but signs may stand between the topics and behind them.
  let left = text.slice(start + first.length);
  for (const word of rest) {
    const at = left.indexOf(word);
    if (at < 0 || /\p{L}/u.test(left.slice(0, at))) return false;
    left = left.slice(at + word.length);
  }
  return !/\p{L}/u.test(left);
}

import type { Token } from 'markdown-it';
import { contentMapOf } from '../paper/tokens.ts';
import { drawText, escapeHtml, type Drawing } from './drawing.ts';
import { slugOf } from './headings.ts';
import { safeHref, safeImageSource } from './safeLinks.ts';

/** Whether the link that a token opens may be followed. */
export function isFollowed(token: Token): boolean {
  return safeHref(attribute(token, 'href')) !== null;
}

/** Opens a link; without an address for one that may not be followed. */
export function drawLink(drawing: Drawing, token: Token): string {
  const href = safeHref(attribute(token, 'href'));
  if (href === null) return '<a>';
  const title = attribute(token, 'title');
  const titled = title === '' ? '' : ` title="${escapeHtml(title)}"`;
  return `<a href="${escapeHtml(inPage(drawing, href))}"${titled}>`;
}

/** A fragment leads to the heading that it means; a heading's id is not its bare slug. */
function inPage(drawing: Drawing, href: string): string {
  if (!href.startsWith('#')) return href;
  drawing.dependsOnPage = true;
  const slug = slugOf(decoded(href.slice(1)));
  return `#${drawing.page.headings.ids.get(slug) ?? `section-${slug}`}`;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** An image that the page has still to load; its words alone where it may not. */
export function drawImage(drawing: Drawing, token: Token): string {
  const source = safeImageSource(attribute(token, 'src'));
  if (source === null) return drawText(drawing, token.content, contentMapOf(token));
  const title = attribute(token, 'title');
  const titled = title === '' ? '' : ` title="${escapeHtml(title)}"`;
  return `<img data-src="${escapeHtml(source)}" alt="${escapeHtml(wordsIn(token))}"${titled}>`;
}

function wordsIn(token: Token): string {
  if (token.children === null) return token.content;
  return token.children
    .map((child) => (child.type.endsWith('break') ? ' ' : wordsIn(child)))
    .join('');
}

/** The value of a token's attribute; empty without one. */
function attribute(token: Token, name: string): string {
  return `${token.attrGet(name) ?? ''}`;
}

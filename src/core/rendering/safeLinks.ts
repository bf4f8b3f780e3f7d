/**
 * The address of a link if following it can only open a page, a mail or a place in the paper: `http`,
 * `https`, `mailto`, relative and `#fragment`. Null for everything else.
 */
export function safeHref(href: string): string | null {
  const address = trimmed(href);
  if (address === '') return null;
  const scheme = schemeOf(address);
  return scheme === null || /^(?:https?|mailto)$/u.test(scheme) ? address : null;
}

/** The address of an image if it can only be a picture of the workspace or the web; else null. */
export function safeImageSource(source: string): string | null {
  const address = trimmed(source);
  if (address === '' || address.startsWith('#')) return null;
  const scheme = schemeOf(address);
  return scheme === null || /^https?$/u.test(scheme) ? address : null;
}

/** Browsers drop control characters and line ends in an address before they read its scheme. */
function trimmed(address: string): string {
  return address.replace(/[\p{Cc}\u2028\u2029]/gu, '').trim();
}

function schemeOf(address: string): string | null {
  const colon = address.search(/[:/?#]/u);
  if (colon < 0 || address.charAt(colon) !== ':') return null;
  return address.slice(0, colon).toLowerCase();
}

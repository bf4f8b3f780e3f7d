// Cases that are left out, and counted.

const canon = (text) => text.replace(/\s+/g, ' ');

/**
 * No reader could tell either, from the stored selectors:
 * - the quote with both contexts stands word for word somewhere else; or
 * - the quote was removed, but a copy of it (40+ characters, or with one context intact) stands elsewhere and looks moved.
 */
export function isUndecidable(text, { exact, prefix, suffix }, truth) {
  let at = -1;
  while ((at = text.indexOf(exact, at + 1)) !== -1) {
    const after = at + exact.length;
    if (truth && at < truth.end && after > truth.start) continue;
    const hasPrefix =
      prefix.length > 0 && canon(text.slice(Math.max(0, at - prefix.length), at)) === canon(prefix);
    const hasSuffix =
      suffix.length > 0 && canon(text.slice(after, after + suffix.length)) === canon(suffix);
    if (hasPrefix && hasSuffix) return true;
    if (!truth && (hasPrefix || hasSuffix || exact.length >= 40)) return true;
  }
  return false;
}

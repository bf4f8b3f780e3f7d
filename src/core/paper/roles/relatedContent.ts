import type { FormBlock } from '../reading.ts';
import { roleSoFar, type Claim, type RoleRule } from './claims.ts';
import { datesIn } from './dates.ts';
import { headingMeaning, type HeadingMeaning } from './headingWords.ts';

/** Headings after which nothing is related content any more. */
const others: ReadonlySet<HeadingMeaning | null> = new Set<HeadingMeaning>([
  ...(['siteText', 'about', 'disclaimer', 'footnotes', 'references', 'tags', 'section'] as const),
]);
const seeAll = /^(?:see|view|show|browse) (?:all|more)\b/iu;

/** Claims the titles of other papers that a page offers, and what stands around them. */
export const relatedContentRule: RoleRule = (draft) => {
  const claims: Claim[] = [];
  let isInside = false;
  draft.blocks.forEach((form, block) => {
    const isHeading =
      form.kind === 'heading' || (form.kind === 'paragraph' && form.text.length < 60);
    const meaning = isHeading ? headingMeaning(relatedHeading(form.text)) : null;
    const role = roleSoFar(draft, block);
    if (meaning === 'related' && (role === null || role === 'siteText')) {
      isInside = true;
      claims.push({ block, role: 'siteText', confidence: 0.88, evidence: 'related content' });
      return;
    }
    if (!isInside) return;
    const ends = others.has(meaning) || /^about\b/iu.test(form.text) || form.text.length > 1_500;
    if (ends || (role !== null && role !== 'siteText')) {
      isInside = false;
      return;
    }
    if (seeAll.test(form.text)) isInside = false;
    else if (role === null && isTitle(form)) {
      claims.push({ block, role: 'related', confidence: 0.85, evidence: 'under “Related”' });
      return;
    }
    claims.push({ block, role: 'siteText', confidence: 0.82, evidence: 'related content' });
  });
  return claims;
};

/** "Related — in another language" is "Related". */
function relatedHeading(text: string): string {
  return text.replace(/\s[–—|]\s.*$/u, '').replace(/^(read further)\b.*$/iu, '$1');
}

/** A title rather than a topic, a date, a teaser or a link to more. */
function isTitle({ text, kind }: FormBlock): boolean {
  if (text.length < 12 || text.length > 220 || datesIn(text).length > 0 || /^by\s/iu.test(text))
    return false;
  if (text.length > 90 && /[.…]$/u.test(text)) return false;
  if (kind === 'heading' && text.split(/\s+/u).length <= 2) return false;
  return text.length >= 30 || /[:“”"?–—]/u.test(text) || text.split(/\s+/u).length >= 5;
}

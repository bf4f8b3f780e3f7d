import { roleSoFar, type Claim, type Draft, type RoleRule } from './claims.ts';
import { headingMeaning } from './headingWords.ts';

/** A summary is shorter than this; what is longer is a chapter that happens to be called so. */
const longestSummary = 12_000;
const runIn =
  /^(?:(?:executive |policy )?summary|abstract|overview|synopsis|zusammenfassung|kurzfassung|résumé|resumen)\s?[:.–—]\s*\S/iu;

/** Claims the summary: what stands under a heading for it, or a paragraph that begins with the word. */
export const summaryRule: RoleRule = (draft) => {
  const claims: Claim[] = [];
  let found = false;
  draft.blocks.forEach((form, block) => {
    if (found || roleSoFar(draft, block) !== null) return;
    if (form.kind === 'heading' && headingMeaning(form.text) === 'summary') {
      const under = underHeading(draft, block);
      if (under.length === 0) return;
      found = true;
      const evidence = `under “${form.text.replace(/\s*:$/u, '')}”`;
      claims.push({ block, role: 'summary', confidence: 0.9, evidence: 'words of the heading' });
      for (const at of under) {
        // Points in a summary are points, should other evidence say so.
        const confidence = draft.blocks[at]?.kind === 'listItem' ? 0.7 : 0.74;
        claims.push({ block: at, role: 'summary', confidence, evidence });
      }
    } else if (form.kind === 'paragraph' && runIn.test(form.text) && form.text.length > 60) {
      found = true;
      claims.push({ block, role: 'summary', confidence: 0.88, evidence: 'begins with the word' });
    }
  });
  return claims;
};

/** The blocks of a summary; none where it fills most of the paper or is empty. */
function underHeading({ blocks, claims }: Draft, heading: number): readonly number[] {
  const level = blocks[heading]?.level ?? 1;
  const under: number[] = [];
  let length = 0;
  for (let block = heading + 1; block < blocks.length; block += 1) {
    const form = blocks[block];
    if (form === undefined || (form.kind === 'heading' && form.level <= level)) break;
    const held = claims[block] ?? null;
    if (form.kind === 'heading' && headingMeaning(form.text) !== null) break;
    if (held !== null && held.role !== 'siteText') break;
    if (held !== null) continue;
    under.push(block);
    length += form.text.length;
  }
  const rest = blocks.slice(heading).reduce((sum, { text }) => sum + text.length, 0);
  const isMost = length > 3_000 && length > 0.6 * rest;
  return length > longestSummary || isMost ? [] : under;
}

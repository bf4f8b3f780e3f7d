import type { Role } from '../paper.ts';
import { roleSoFar, type Claim, type Draft, type RoleRule } from './claims.ts';
import { headingMeaning } from './headingWords.ts';

const aboutPaper =
  /^about (?:the |this |our )?(?:authors?|contributors?|editors?|researchers?|reports?|papers?|stud(?:y|ies)|series|project|research|brief|publication)\b/iu;
const filed = /\.(?:pdf|docx?|xlsx?|pptx?|epub|zip)\b|\b\d+(?:\.\d+)? ?[km]b\b/iu;

/** Claims the files that belong to a paper, under their heading; the heading may stand alone. */
export const associatedFilesRule: RoleRule = (draft) =>
  draft.blocks.flatMap((form, block): readonly Claim[] => {
    const isHeading = form.kind === 'heading' || form.kind === 'paragraph';
    if (!isHeading || headingMeaning(form.text) !== 'associatedFiles') return [];
    const claims: Claim[] = [];
    for (let at = block + 1; at < draft.blocks.length; at += 1) {
      const next = draft.blocks[at];
      const isFile = next?.kind === 'listItem' || filed.test(next?.text ?? '');
      if (next === undefined || !isFile || next.text.length > 200 || roleSoFar(draft, at) !== null)
        break;
      claims.push({
        block: at,
        role: 'associatedFiles',
        confidence: 0.85,
        evidence: 'under the heading for files',
      });
    }
    const isAlone = claims.length === 0 && form.text.toLowerCase().startsWith('doc');
    return isAlone
      ? []
      : [
          { block, role: 'associatedFiles', confidence: 0.87, evidence: 'words of the heading' },
          ...claims,
        ];
  });

/** Claims what is said about authors and paper, up to the next heading. */
export const aboutRule: RoleRule = (draft) => {
  let level = 0;
  return draft.blocks.flatMap((form, block): readonly Claim[] => {
    if (form.kind === 'heading') {
      const isAbout = headingMeaning(form.text) === 'about' || aboutPaper.test(form.text);
      if (level > 0 && form.level > level && !isAbout)
        return about(block, 'under a heading for it');
      level = isAbout && roleSoFar(draft, block) === null ? form.level : 0;
      return level > 0 ? about(block, 'words of the heading') : [];
    }
    const role = roleSoFar(draft, block);
    // Something else that is known, or announced by a plain line, ends what is said about the authors.
    if ((role !== null && role !== 'siteText') || headingMeaning(form.text) !== null) level = 0;
    if (level > 0) return role === null ? about(block, 'under a heading for it') : [];
    const isBio = form.kind === 'paragraph' && /^about the authors?:\s/iu.test(form.text);
    return isBio ? about(block, 'begins with “about”') : [];
  });
};

function about(block: number, evidence: string): readonly Claim[] {
  return [{ block, role: 'about', confidence: 0.87, evidence }];
}

/** What may stand behind the end of a paper and is still of the paper. */
const kept: ReadonlySet<Role> = new Set<Role>([
  ...([
    'related',
    'disclaimer',
    'about',
    'tags',
    'posting',
    'associatedFiles',
    'footnote',
  ] as const),
  ...(['reference', 'fullPaperLink', 'byline', 'handlingMark'] as const),
]);
/** What shows that the paper has ended. */
const endings: ReadonlySet<Role> = new Set<Role>(['posting', 'tags', 'related', 'associatedFiles']);
const siteEvidence =
  /^(?:footer|menu|social media links|footer links|copyright line|newsletter form|donation link|related content)$/u;

/**
 * Claims the site text behind a paper: from the first tags, related content, social links or menu on,
 * unless the paper goes on there.
 */
export const afterEndRule: RoleRule = (draft) => {
  const end = endOf(draft);
  if (end === null) return [];
  return draft.blocks.flatMap((form, block): readonly Claim[] => {
    const role = roleSoFar(draft, block);
    if (block < end || (role !== null && kept.has(role)) || form.kind === 'footnote') return [];
    return [{ block, role: 'siteText', confidence: 0.8, evidence: 'page footer' }];
  });
};

function endOf(draft: Draft): number | null {
  const { blocks, claims } = draft;
  const start = Math.max(
    0,
    claims.findIndex((claim) => claim?.role === 'title'),
  );
  const firstText = blocks.findIndex(
    (form, at) => at > start && form.text.length > 150 && roleSoFar(draft, at) !== 'siteText',
  );
  if (firstText < 0) return null;
  const isLast = lastPlaces(draft);
  for (let at = firstText + 1; at < blocks.length; at += 1) {
    const claim = claims[at] ?? null;
    if (claim === null) continue;
    const isSite = claim.role === 'siteText' && siteEvidence.test(claim.evidence);
    if ((endings.has(claim.role) || isSite) && isLast[at] === true) {
      return isSite && claim.evidence !== 'related content' ? withTeasers(draft, at) : at;
    }
  }
  return null;
}

/** For each place, whether little running text and no section of a paper follows. */
function lastPlaces({ blocks, claims }: Draft): readonly boolean[] {
  const lengths = blocks.map(({ text }) => (text.length > 120 ? text.length : 0));
  const ofPaper = lengths.map((length, at) => (claims[at]?.role === 'siteText' ? 0 : length));
  let before = ofPaper.reduce((sum, length) => sum + length, 0);
  let after = 0;
  let goesOn = false;
  const last: boolean[] = blocks.map(() => false);
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const form = blocks[at];
    const isOpen = (claims[at] ?? null) === null;
    before -= ofPaper[at] ?? 0;
    after += isOpen ? (lengths[at] ?? 0) : 0;
    if (isOpen && form?.kind === 'heading' && isSection(form.text)) goesOn = true;
    last[at] = !goesOn && (after < 0.1 * before || (after <= 1_500 && after < before));
  }
  return last;
}

function isSection(heading: string): boolean {
  const meaning = headingMeaning(heading);
  return meaning === 'section' || meaning === 'keyPoints' || meaning === 'recommendations';
}

/** Teasers with pictures that stand directly before the links at the end belong to the site. */
function withTeasers({ blocks, claims }: Draft, end: number): number {
  let from = end;
  let pictured = end;
  while (from > 0) {
    const form = blocks[from - 1];
    const claim = claims[from - 1] ?? null;
    const isShort = form !== undefined && form.kind !== 'listItem' && form.text.length <= 110;
    if (!isShort || (claim !== null && claim.role !== 'siteText')) break;
    from -= 1;
    if (claim?.evidence === 'image name') pictured = from;
  }
  return pictured < end ? from : end;
}

import { roleSoFar, type Claim, type RoleRule } from './claims.ts';
import { headingMeaning } from './headingWords.ts';
import { remembered } from './remembered.ts';

/** What such a notice is about; looked for first, since few passages have it. */
const aboutViews =
  /\b(?:views?|opinions?|findings|conclusions?|interpretations?|analys[ie]s|positions?|statements?|assumptions?|content|ansichten|meinungen|opiniones)\b/iu;
/** A notice speaks of itself; a sentence about other people's opinions does not. */
const ofItself =
  /\b(?:expressed|herein|contained|presented here|authors?|this (?:paper|report|publication|brief|article|document|study|essay|commentary|series|work|working paper|policy brief)|takes? no|auteurs?|autor(?:en|in|es|as?)?|verfasser\p{L}*)\b/iu;
const notOthers =
  /\b(?:(?:do|does|should|may|can|need|must|are|is) not (?:be |to be )?(?:(?:necessarily|always|in any way) )?(?:be )?(?:(?:taken|seen|construed|interpreted|attributed|considered) (?:as|to)? ?)?(?:reflect|represent|constitute|express|those of|reflecting|representing|of any|to)|(?:solely|entirely|exclusively|alone) (?:those|the|that)\b|(?:solely|entirely) (?:of|by) the authors?|are (?:those )?of the authors?(?: alone)?)|takes? no (?:institutional|specific) (?:policy )?positions?|\bsind (?:allein|ausschließlich)\b|\bn'engagent que\b|\bno reflejan necesariamente\b/iu;

/** Claims the notice that the views are the authors' own, by its words or its heading. */
export const disclaimerRule: RoleRule = (draft) => {
  let isUnder = false;
  return draft.blocks.flatMap((form, block): readonly Claim[] => {
    if (form.kind === 'heading') {
      isUnder =
        headingMeaning(form.text) === 'disclaimer' && roleSoFar(draft, block) !== 'siteText';
      return isUnder
        ? [{ block, role: 'disclaimer', confidence: 0.9, evidence: 'words of the heading' }]
        : [];
    }
    if (form.text.length > 1_600 || form.text.length < 40) return [];
    const isKind = form.kind === 'paragraph' || form.kind === 'quote' || form.kind === 'listItem';
    const saysSo = isKind && isNotice(form.text);
    if (saysSo) {
      return [
        { block, role: 'disclaimer', confidence: 0.92, evidence: 'says whose views these are' },
      ];
    }
    return isUnder
      ? [{ block, role: 'disclaimer', confidence: 0.8, evidence: 'under a heading for it' }]
      : [];
  });
};

const isNotice = remembered(
  (text) => aboutViews.test(text) && notOthers.test(text) && ofItself.test(text),
);

const marks =
  /^[\s/[(*-]*(?:(?:TOP )?SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|OFFICIAL(?:[-– ]SENSITIVE)?|FOR OFFICIAL USE ONLY|FOUO|CUI|CONTROLLED UNCLASSIFIED INFORMATION|PROTECTED|LIMITE|(?:EU|NATO) (?:RESTRICTED|CONFIDENTIAL|UNCLASSIFIED)|TLP:\s?[A-Z+]+|PUBLIC DISCLOSURE AUTHORIZED|NOT FOR (?:CITATION|PUBLICATION|DISTRIBUTION|RELEASE)[A-Z ,]*|DISTRIBUTION STATEMENT [A-F]\b.{0,160}|EMBARGO(?:ED)?\b.{0,100}|VS[- ]NUR FÜR DEN DIENSTGEBRAUCH)(?:\s?\/\/\s?[A-Z /,-]{1,60}){0,3}[\s/\])*-]*$/u;
const mixedCase =
  /^(?:Public Disclosure Authorized|For official use only|Not for (?:citation|publication|distribution)\b.{0,60}|(?:This|The) .{0,60}\bChatham House Rule\b.{0,120}|Embargoed until\b.{0,80}|Approved for public release\b.{0,80})\.?$/u;

/** Claims marks of handling: classification, distribution, embargo. */
export const handlingMarkRule: RoleRule = ({ blocks }) =>
  blocks.flatMap(({ text, kind }, block): readonly Claim[] => {
    if (kind === 'frontMatter' || text.length > 220) return [];
    if (!marks.test(text) && !mixedCase.test(text)) return [];
    return [{ block, role: 'handlingMark', confidence: 0.94, evidence: 'handling mark' }];
  });

/** Claims the record of who posted the page and when: "From … | by … | 24 Jan 2023", "Posted on …". */
export const postingRule: RoleRule = ({ blocks }) =>
  blocks.flatMap(({ text, kind }, block): readonly Claim[] => {
    if (kind === 'frontMatter' || text.length > 200) return [];
    const isRecord = /^from\s[^|]{1,80}\|\s*by\s[^|]{1,80}\|/iu.test(text);
    const isPosted =
      /^(?:posted|uploaded|added|submitted|page (?:last )?(?:updated|modified)|last (?:updated|modified|reviewed))\b.{0,30}\d/iu.test(
        text,
      );
    if (!isRecord && !isPosted) return [];
    return [
      { block, role: 'posting', confidence: 0.95, evidence: 'record of who posted the page' },
    ];
  });

const toWhole =
  /^(?:(?:read|download|view|see|get|access|open)\b.{0,40}\b(?:full|complete|entire|whole)\b.{0,60}|(?:read|download|view|get) (?:the |this )?(?:paper|report|publication|study|brief|executive summary|pdf)\b.{0,40}|(?:full|complete) (?:paper|report|text|document|publication)(?: \(?pdf\)?)?.{0,30}|(?:vollständiger? (?:bericht|text|studie)|lire le rapport complet|leer el informe completo)\b.{0,40})$/iu;

/** Claims links to the whole paper. */
export const fullPaperRule: RoleRule = ({ blocks }) =>
  blocks.flatMap(({ text, kind }, block): readonly Claim[] => {
    if (kind !== 'paragraph' && kind !== 'listItem') return [];
    if (text.length > 140 || !toWhole.test(text) || /^(?:print|share)\b/iu.test(text)) return [];
    return [{ block, role: 'fullPaperLink', confidence: 0.9, evidence: 'link to the whole paper' }];
  });

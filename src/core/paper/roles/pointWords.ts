import { remembered } from './remembered.ts';

/** The two roles that points of a paper have. */
export type PointRole = 'keyPoint' | 'recommendation';

/**
 * What words announce, and how surely: "strong" words are enough for a list or short paragraphs,
 * "medium" ones for a list, "weak" ones only for a list of whole sentences.
 */
export interface PointCue {
  readonly role: PointRole;
  readonly strength: 'strong' | 'medium' | 'weak';
}

const strongKey: PointCue = { role: 'keyPoint', strength: 'strong' };
const mediumKey: PointCue = { role: 'keyPoint', strength: 'medium' };
const weakKey: PointCue = { role: 'keyPoint', strength: 'weak' };
const strongAdvice: PointCue = { role: 'recommendation', strength: 'strong' };
const mediumAdvice: PointCue = { role: 'recommendation', strength: 'medium' };

const chief =
  '(?:key|main|core|principal|major|headline|top|central|primary|essential|chief|critical)';
const pointNouns =
  '(?:points?|findings?|takeaways?|take-aways?|messages?|judge?ments?|results|insights|conclusions|lessons|observations|arguments|statements|ideas|results)';
const tail = '(?: (?:of|from|for|on|in|at|by|to|and|about)\\b.*)?';

/** Whole headings, folded; what may follow "of", "from", "and" … is the paper's own. */
const headings: readonly (readonly [RegExp, PointCue])[] = [
  [
    new RegExp(
      `^(?:(?:our|the|\\d{1,2}|three|four|five|six|seven|ten) )?${chief} (?:[\\p{L}-]+ )?${pointNouns}${tail}$`,
      'u',
    ),
    strongKey,
  ],
  [new RegExp(`^(?:summary of |our |the )?(?:take-?aways?)${tail}$`, 'u'), strongKey],
  [
    /^summary of (?:the )?(?:(?:key|main|principal) )?(?:findings|results|conclusions|points)$/u,
    strongKey,
  ],
  [/^(?:the )?(?:bottom line up front|bluf|top lines?|big ideas?|policy messages)$/u, strongKey],
  [/^(?:findings|results) (?:at a glance|in brief)$/u, strongKey],
  [/^what (?:we|\p{L}+|(?:the|this|our) \p{L}+) found$/u, strongKey],
  [/^what you need to know$/u, strongKey],
  [
    /^(?:kernpunkte|kernaussagen|kernbotschaften|das wichtigste in kürze|(?:die )?(?:wichtigsten?|zentralen?|wesentlichen?) (?:ergebnisse|erkenntnisse|aussagen|botschaften|befunde|punkte))$/u,
    strongKey,
  ],
  [
    /^(?:les )?(?:points|messages|constats|chiffres|idées|enseignements|conclusions) (?:clés?|clefs?|essentiels|principaux)$/u,
    strongKey,
  ],
  [
    /^(?:principa(?:les|ux) (?:conclusions|constats|constatations|résultats|messages|enseignements)|points à retenir|à retenir|l'essentiel|ce qu'il faut retenir|faits saillants)$/u,
    strongKey,
  ],
  [
    /^(?:(?:puntos|mensajes|ideas|conclusiones|hallazgos) (?:clave|claves|principales)|principales (?:hallazgos|conclusiones|mensajes|resultados|ideas))$/u,
    strongKey,
  ],
  [
    /^(?:punti|messaggi) (?:chiave|principali)$|^(?:pontos|mensagens)[ -]chave$|^principais (?:conclusões|mensagens|resultados)$|^(?:kernpunten|kernboodschappen|belangrijkste (?:bevindingen|conclusies))$/u,
    strongKey,
  ],
  [new RegExp(`^(?:(?:report|paper|study|main|key) )?highlights?${tail}$`, 'u'), mediumKey],
  [/^(?:key (?:facts|figures and facts)|in this brief(?:ing)?|what's new)$/u, mediumKey],
  [
    /^(?:executive|policy|short|brief)? ?summary$|^(?:overview|abstract|synopsis|précis|at a glance|in brief|in short|the bottom line|bottom line|why (?:it|this) matters)$/u,
    weakKey,
  ],
  [
    /^(?:zusammenfassung|kurzfassung|auf einen blick|résumé|synthèse|en bref|resumen|resumen ejecutivo|síntesis|sintesi|samenvatting)$/u,
    weakKey,
  ],
  [
    /^(?:recommended|priority|proposed) (?:policy )?actions?(?: for\b.*)?$|^what (?:should|must|needs to) be done$|^what [\p{L}\s]{2,30} (?:should|must) do$|^what [\p{L}.\s]{2,30} recommends?$|^we recommend$/u,
    strongAdvice,
  ],
  [/^(?:our|policy|the) (?:asks|demands)$|^calls? to action$|^calls? for action$/u, mediumAdvice],
  [
    /^(?:\p{L}+ )?(?:handlungs|politik)?empfehlungen(?: (?:an|für)\b.*)?$|^(?:unsere |zentrale )?forderungen$/u,
    strongAdvice,
  ],
  [
    /^(?:[\p{L}']+ ){0,2}recommandations?(?: [\p{L}']+){0,4}$|^(?:[\p{L}']+ ){0,2}recomendaciones(?: [\p{L}']+){0,4}$|^raccomandazioni$|^recomendações$|^aanbevelingen$/u,
    strongAdvice,
  ],
];

const advice = /\brecommendations?\b/u;
/** Headings about recommendations, not of them. */
const notAdvice =
  /\b(?:status|implement\p{L}*|previous|prior|past|earlier|response|responses|progress|background|follow-up|about|method\p{L}*|basis|tracking|existing|history|reading|adopted|outstanding|monitoring|context|rationale)\b|\brecommendations? \d/u;

const numbering =
  /^(?:(?:part|chapter|section|teil|partie) )?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|[ivxlc]{1,5}[.):]|[a-z][.)])\s+/u;

function fold(text: string): string {
  const folded = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’]/gu, "'")
    .replace(/&/gu, 'and')
    .replace(/\p{Cc}\[[\d;]{0,8}m|(?!\s)[\p{Cc}\p{Cf}\uFFFD]/gu, '');
  return folded
    .replace(/[\s*_#]+/gu, ' ')
    .trim()
    .replace(numbering, '')
    .replace(/[\s:.?!»>]+$/u, '');
}

/** What a heading announces by its words; null for headings of other matters. */
export function headingCue(heading: string): PointCue | null {
  return heading.length > 120 ? null : cueOfHeading(heading);
}

const cueOfHeading = remembered((heading): PointCue | null => {
  const whole = fold(heading);
  const halves = whole.split(/: | [–—-] /u);
  for (const words of halves.length > 1 ? [whole, ...halves.slice(0, 2)] : [whole]) {
    const found = headings.find(([pattern]) => pattern.test(words));
    if (found !== undefined) return otherMatter.test(words) ? null : found[1];
  }
  const isAdvice = advice.test(whole) && !notAdvice.test(whole) && whole.split(' ').length <= 9;
  return isAdvice ? strongAdvice : null;
});

/** Lists of something else, whatever the sentence before them says besides. */
const otherMatter =
  /\b(?:presentation|webinar|session|talk|event|agenda|chapters?|contents|guidance|guide|questions|objectives|aims|goals|topics|criteria|methods|sources|countries|regions|see below|examples?)\b/u;

const sentences: readonly (readonly [RegExp, PointCue])[] = [
  [
    /\b(?:we|report|paper|brief|study|authors?|commission|committee|panel|review)\b[^:]{0,60}\brecommends?\b|\brecommendations?\b|\b(?:is|are) recommended\b|\brecommended (?:that|to)\b/u,
    strongAdvice,
  ],
  [/\b(?:calls? (?:on|upon)|urges?)\b[^:]{2,120} to$/u, mediumAdvice],
  [new RegExp(`\\b${chief} (?:[\\p{L}-]+ )?${pointNouns}\\b`, 'u'), strongKey],
  [
    /\b(?:findings|conclusions|takeaways|highlights|results)\b[^:]{0,40}\b(?:are|were|is|include|includes|included|follows?|emerged?|summari[sz]ed)\b/u,
    mediumKey,
  ],
  [
    /\b(?:report|study|paper|analysis|brief|review|research|evaluation|survey|assessment|audit|we|authors)\b[^:]{0,40}\b(?:finds?|found|concludes?|concluded|shows|showed|argues?|reveals?|revealed)(?: that)?$/u,
    mediumKey,
  ],
  [
    /\b(?:themes?|patterns|trends|issues|messages)\b[^:]{0,40}\b(?:emerged?|stand out|stood out|were identified)\b/u,
    weakKey,
  ],
  [
    /\b(?:ergebnisse|erkenntnisse|kernaussagen)\b|\b(?:principales|principaux) (?:conclusions|constats|résultats)\b|\bprincipales (?:hallazgos|conclusiones)\b/u,
    mediumKey,
  ],
  [
    /\b(?:empfehlungen|empfehlen|recommandations|recommandons|recomendaciones|recomendamos)\b/u,
    strongAdvice,
  ],
];

/** What a sentence that ends in a colon announces; null for other sentences and other matters. */
export function leadInCue(paragraph: string): PointCue | null {
  if (!paragraph.trimEnd().endsWith(':')) return null;
  const text = paragraph.slice(-400);
  const last = fold(text.split(/[.!?]["”’)]?\s+(?=\p{Lu})/u).at(-1) ?? '');
  if (otherMatter.test(last) || notAdvice.test(last)) return null;
  return sentences.find(([pattern]) => pattern.test(last))?.[1] ?? null;
}

/** Whether a sentence before a list says that the list is of something else. */
export function announcesOther(paragraph: string): boolean {
  const last =
    paragraph
      .slice(-400)
      .split(/[.!?]["”’)]?\s+(?=\p{Lu})/u)
      .at(-1) ?? '';
  return /:\s*$/u.test(last) && otherMatter.test(last.toLowerCase());
}

const label =
  /^(?:(key (?:takeaways?|messages?|points?|findings?)|bottom line(?: up front)?|bluf)|(message|finding|takeaway)|recommend?ation)(?:\s+(?:n\s?[°º.]\s?)?(\d{1,2}[a-z]?))?\s?(?:[:–—]|\.(?=\s)|-(?=\s))\s*(?=\S)/iu;

/** A label that stands before the point itself, "Key takeaway: …" or "Recommendation 2 – …"; null without. */
export function runInLabel(
  text: string,
): { readonly cue: PointCue; readonly length: number } | null {
  const match = label.exec(text);
  if (match === null) return null;
  const [, key, numbered, number] = match;
  const isKey = key !== undefined || numbered !== undefined;
  if (key === undefined && number === undefined) return null;
  return { cue: isKey ? strongKey : strongAdvice, length: match[0].length };
}

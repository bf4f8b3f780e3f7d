/** Ranks, titles and forms of address that stand before a name, as patterns; full stops are optional. */
const ranks = [
  ...[
    'lt\\.? ?col',
    'lieutenant colonel',
    'ltc',
    'lt\\.? ?gen',
    'lieutenant general',
    'lt\\.? ?cdr',
  ],
  ...[
    'lieutenant commander',
    'lcdr',
    'lieutenant',
    'lt',
    '[12]lt',
    'maj\\.? ?gen',
    'major general',
  ],
  ...[
    'brig\\.? ?gen',
    'brigadier general',
    'brigadier',
    'brig',
    'bg',
    'mg',
    'ltg',
    'gen',
    'general',
  ],
  ...[
    'col',
    'colonel',
    'major',
    'maj',
    'captain',
    'capt',
    'cpt',
    'commander',
    'cdr',
    'rear admiral',
  ],
  ...['vice admiral', 'admiral', 'radm', 'vadm', 'adm', 'commodore', 'cdre', 'wing commander'],
  ...[
    'wg ?cdr',
    'group captain',
    'gp ?capt',
    'squadron leader',
    'sqn ?ldr',
    'air (?:vice[- ])?marshal',
  ],
  ...[
    'flight lieutenant',
    'sergeant',
    'sgt',
    'msgt',
    'cw[2-5]',
    'oberst(?:leutnant)?',
    'hauptmann',
  ],
  ...['ambassador', 'amb', 'h\\.?e', 'professor', 'prof', 'dr', 'sir', 'dame', 'lord', 'lady'],
  ...['baroness', 'the hon', 'hon', 'rev', 'senator', 'sen', 'representative', 'rep', 'minister'],
  ...[
    'secretary',
    'president',
    'governor',
    'judge',
    'justice',
    'mr',
    'ms',
    'mrs',
    'mx',
    'herr',
    'frau',
  ],
  ...['dr\\. ?-?ing', 'm\\.', 'mme', 'sr', 'sra', 'don', 'doña'],
].join('|');

/** The ranks and titles at the start of a name: "Dr", "Lt Col", "Amb. Prof.". */
export const rankBefore = new RegExp(`^(?:(?:${ranks})(?:\\.|\\b)\\s+){1,3}(?=\\p{L})`, 'iu');

/** Words that bodies have in their names and people do not. */
export const bodyWord =
  /(?:^|[^\p{L}])(?:army|navy|air force|marine corps|marines|corps|guard|forces?|engineers|command|staff|cent(?:er|re|rum|ro)|institut(?:e|ion|ut|o)|universit(?:y|ies|ät|é|y of)|universidad|college|school|academy|ministr(?:y|ies)|ministère|ministerium|ministerio|department|office|agency|council|commission|committee|group|groupe|gruppe|foundation|fundación|fondation|stiftung|association|society|organi[sz]ation|bank|fund|studies|research|network|forum|initiative|program(?:me)?|project|division|directorate|bureau|service|board|court|house|union|alliance|federation|team|unit|secretariat|parliament|government|nations|state|times|post|press|journal|magazine|review|news|consortium|partnership|trust|company|inc|llc|ltd|gmbh|co)(?=$|[^\p{L}])/iu;

/** Words that posts have in their names and people do not: "Deputy Director", "Senior Fellow". */
export const postWord =
  /(?:^|\s)(?:directors?|managers?|fellows?|head|chief|chair(?:man|woman|person)?|officers?|analysts?|advis[eo]rs?|editors?|researchers?|scientists?|economists?|lecturers?|attach[eé]|deputy|assistant|associate|senior|junior|principal|executive|former|acting|minister|secretary|president|representative|coordinator|correspondent|consultant|leiter(?:in)?|direktor(?:in)?|referent(?:in)?|directeur|directrice|chercheur|chercheuse|director[ae]?|investigador[ae]?)(?=$|\s)/iu;

const namePart =
  "(?:\\p{Lu}[\\p{L}'’.-]*|(?:von|van|der|den|de|la|le|du|da|di|del|della|dos|das|bin|ibn|al|el|ter|ten|zu|zur|y|e)(?=\\s))";

/** Two to five words that read as the name of a person. */
export const nameShape = new RegExp(`^\\p{Lu}[\\p{L}'’.-]*(?:\\s+${namePart}){1,4}$`, 'u');

/** Degrees and the like behind a name. */
export const degree =
  /^(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|m\.?a|m\.?sc|b\.?a|j\.?d|esq|cfa|mba|ll\.?m|frs|obe|cbe|mp|usn|usa|usaf|usmc)\.?$/iu;

/** Kinds of publication, as series are named after them. */
const kinds = [
  ...['strategy', 'policy', 'working', 'discussion', 'research', 'white', 'issues?', 'occasional'],
  ...['position', 'briefing', 'background', 'technical', 'conference', 'staff', 'green', 'command'],
].join('|');

const forms = [
  `(?:${kinds}) (?:paper|brief(?:ing)?|report|note|memo|memorandum|summary|series|insight|perspective)s?`,
  ...['(?:special|annual|country|final|interim|progress|research|technical) report', 'in focus'],
  ...[
    'issue brief',
    'policy brief(?:ing)?',
    'backgrounder',
    'commentary',
    'perspectives?',
    'factsheet',
  ],
  ...[
    'fact sheet',
    'at a glance',
    'defen[cs]e primer',
    'insights?',
    'testimony',
    'postnote',
    'in-depth',
  ],
  ...[
    'briefing',
    'strategic estimate',
    'situation report',
    'expert comment',
    'explainer',
    'op-?ed',
  ],
  ...['arbeitspapier', 'diskussionspapier', 'kurzanalyse', 'document de travail', "note d'analyse"],
  ...['documento de trabajo', 'nota de política'],
].join('|');

const number = '(?:,? (?:no\\.?|nr\\.?|n°|number|#|vol\\.?)? ?[\\dA-Z]{1,4}(?:[-/]\\d{1,6})?)?';
const prefix = new RegExp(
  `^((?:[\\p{L}\\d&.'’-]+ ){0,5}(?:${forms})${number})\\s*[:|–—]\\s+\\S`,
  'iu',
);
const alone = new RegExp(`^(?:[\\p{L}\\d&.'’-]+ ){0,5}(?:${forms})${number}$`, 'iu');

/** The series that a title begins with, up to its colon ("Policy Brief 12: …"); null for a plain title. */
export function seriesPrefix(title: string): string | null {
  return prefix.exec(title.slice(0, 200))?.[1] ?? null;
}

/** Whether a line is nothing but the name of a series: "SPECIAL REPORT NO. 489". */
export function isSeriesAlone(text: string): boolean {
  return text.length <= 90 && !/^(?:an?|this|our)\s/iu.test(text) && alone.test(text.trim());
}

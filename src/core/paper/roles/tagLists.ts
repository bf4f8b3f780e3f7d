import type { Fact } from '../paper.ts';
import type { FormBlock } from '../reading.ts';
import { roleSoFar, type Claim, type Draft, type RoleRule } from './claims.ts';
import { headingMeaning } from './headingWords.ts';

const label =
  /^(?:tags?|topics?|key ?words?|filed under|regions?|issues|subjects?|tagged|categories|schlagw[oö]rter?|schlagworte|themen|stichworte|mots[- ]clés|thèmes|étiquettes|palabras clave|etiquetas|temas)\s*:\s*/iu;
const allTags = /^(?:see|view|show|browse) all (?:tags|topics|keywords|subjects)\b/iu;

/** Claims topics: labelled ones, those before "See all tags", and lists under a heading for them. */
export const tagsRule: RoleRule = (draft) => {
  const claims: Claim[] = [];
  draft.blocks.forEach((form, block) => {
    const held = roleSoFar(draft, block);
    if (held !== null && held !== 'siteText') return;
    if (form.kind === 'paragraph' && label.test(form.text) && form.text.length < 1_500) {
      if (form.text.replace(label, '') === '')
        for (const each of below(draft, block, 'topics label')) claims.push(each);
      else if (isList(form.text.replace(label, ''), 1)) {
        claims.push({ block, role: 'tags', confidence: 0.93, evidence: 'labelled as topics' });
      }
      return;
    }
    const next = draft.blocks[block + 1];
    if (form.kind === 'paragraph' && next !== undefined && allTags.test(next.text)) {
      if (isList(form.text, 2)) {
        claims.push({
          block,
          role: 'tags',
          confidence: 0.95,
          evidence: 'list before “See all tags”',
        });
      }
    } else if (isTagsHeading(form) || isReadMore(draft, block)) {
      for (const each of below(draft, block, `under “${form.text.replace(/\s*:$/u, '')}”`))
        claims.push(each);
    } else if (isUnlabelled(draft, block)) {
      claims.push({ block, role: 'tags', confidence: 0.8, evidence: 'list of topics at the end' });
    }
  });
  return claims;
};

function isTagsHeading({ kind, text }: FormBlock): boolean {
  return (kind === 'heading' || kind === 'paragraph') && headingMeaning(text) === 'tags';
}

/** "Read More" over a few topics, with the links to share behind them, is how some sites head them. */
function isReadMore({ blocks, claims }: Draft, block: number): boolean {
  if (!/^read more:?$/iu.test(blocks[block]?.text ?? '')) return false;
  const rest = blocks.slice(block + 1);
  const end = rest.findIndex(({ kind }) => kind !== 'listItem');
  return end >= 2 && claims[block + 1 + end]?.evidence === 'print and share links';
}

/** A comma list between the files that belong to a paper and the related ones. */
function isUnlabelled({ blocks }: Draft, block: number): boolean {
  const form = blocks[block];
  if (form?.kind !== 'paragraph' || !isList(form.text, 4)) return false;
  const before = headingMeaning(blocks[block - 1]?.text ?? '');
  const after = headingMeaning(blocks[block + 1]?.text ?? '');
  return before === 'associatedFiles' && after === 'related';
}

/** The topics below a heading for them: list items, or one line of several. */
function below({ blocks }: Draft, heading: number, evidence: string): readonly Claim[] {
  const claims: Claim[] = [];
  for (let block = heading + 1; block < blocks.length && claims.length < 60; block += 1) {
    const form = blocks[block];
    if (form === undefined || form.text.length > 1_500) break;
    const isItem = form.kind === 'listItem' && form.text.length <= 60;
    const isLine = form.kind === 'paragraph' && claims.length === 0 && isList(form.text, 2);
    if (!isItem && !isLine) break;
    claims.push({ block, role: 'tags', confidence: 0.9, evidence });
    if (isLine) break;
  }
  if (claims.length === 0) return [];
  return [
    { block: heading, role: 'siteText', confidence: 0.86, evidence: 'heading of the topics' },
    ...claims,
  ];
}

/** Whether a line is a list of at least so many short topics and no sentence. */
function isList(text: string, fewest: number): boolean {
  if (/[.!?]$/u.test(text) && !/\b(?:\p{Lu}|Inc|Ltd|[JS]r)\.$/u.test(text)) return false;
  const parts = text.split(separatorOf(text));
  const short = parts.filter(
    (part) => part.trim().length <= 60 && part.trim().split(/\s+/u).length <= 7,
  );
  return parts.length >= fewest && short.length === parts.length;
}

function separatorOf(text: string): RegExp {
  if (text.includes(';')) return /;/u;
  if (text.includes('|')) return /\|/u;
  if (text.includes('•') || text.includes('·')) return /[•·]/u;
  // What follows a name of a place or a firm belongs to it: "Washington, D.C.", "Acme, Inc."
  return /,(?!\s*(?:D\.?\s?C\.?|Inc\.?|Jr\.?|Sr\.?|Ltd\.?)(?:\s*[,;|]|\s*$))/u;
}

/** The topics in a block of them, as printed and in order, each with its place. */
export function topicsIn(text: string, block: FormBlock): readonly Fact[] {
  const { start, end } = block.range;
  const raw = text.slice(start, end);
  if (block.kind === 'listItem') {
    const at = raw.lastIndexOf(block.text);
    const from = at < 0 ? start : start + at;
    return block.text === ''
      ? []
      : [
          {
            text: block.text,
            range: { start: from, end: at < 0 ? end : from + block.text.length },
          },
        ];
  }
  // The label may be emphasised, with the colon or without it.
  const marks = /^[*_]{0,3}/u.exec(raw)?.[0].length ?? 0;
  const named = label.exec(raw.slice(marks))?.[0].length ?? 0;
  const closing =
    named === 0 ? 0 : (/^[*_]{0,3}\s*/u.exec(raw.slice(marks + named))?.[0].length ?? 0);
  const behind = named === 0 ? 0 : marks + named + closing;
  const facts: Fact[] = [];
  const separator = new RegExp(separatorOf(raw).source, 'gu');
  let from = behind;
  const add = (to: number): void => {
    const piece = raw.slice(from, to);
    const words = piece.trim();
    const at = start + from + piece.length - piece.trimStart().length;
    if (words !== '')
      facts.push({
        text: withoutMarkup(words),
        range: { start: at, end: at + words.length },
      });
  };
  for (const match of raw.matchAll(separator)) {
    if (match.index < behind) continue;
    add(match.index);
    from = match.index + match[0].length;
  }
  add(raw.length);
  return facts;
}

/** A topic as it is read: the words of a link, no emphasis. */
function withoutMarkup(words: string): string {
  const bare = words
    .replace(/\[([^[\]]*)\]\([^()]*\)/gu, '$1')
    .replace(/\*+|`|(?<!\w)_|_(?!\w)/gu, '');
  return bare.replace(/\s+/gu, ' ').trim();
}

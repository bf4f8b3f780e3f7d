import { bodyWord, nameShape, rankBefore } from '../roles/personWords.ts';

/** A person as front matter names one; what stands beside the name is kept apart. */
export interface NamedPerson {
  readonly name: string;
  readonly rank: string | null;
  readonly affiliations: readonly string[];
}

const particles = new Set(
  'von van der den de la le du di da del della dos das bin ibn al el ter ten zu zur y'.split(' '),
);

/** Accounts that publish pages, which are no authors. */
const accounts =
  /^(?:admin(?:istrator)?|root|editor|webmaster|user|default|none|unknown|n\/a|tbd|anonymous|team|staff)$/iu;

const suffixes = /^(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|m\.?a|m\.?sc|j\.?d|dr|esq|cfa|mba|llm)\.?$/iu;

/** People in one value of an author field: "A B", "A B, Institute", "B, A", "A B and C D", or a file or slug. */
export function namesIn(value: string): readonly NamedPerson[] {
  const text = value
    .slice(0, 2_000)
    .replace(/^(?:by|authors?:?)\s+/iu, '')
    .replace(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}(?=\s|$)/gu, (mark) =>
      mark.startsWith('_') ? mark : '',
    )
    .replace(/\[([^[\]]*)\]\([^()]*\)|<[^<>]*>/gu, '$1')
    .trim();
  if (text === '' || accounts.test(text)) return [];
  if (isSlug(text)) return [{ name: nameFromSlug(text), rank: null, affiliations: [] }];
  return text
    .split(/\s*;\s*/u)
    .flatMap(joinedNames)
    .flatMap(namesInList)
    .map((part) => part.replace(/^,\s*|[,\s]+$/gu, ''))
    .filter((part) => part !== '' && !accounts.test(part))
    .map(withAffiliation);
}

/** "A B and C D" are two people; "A B, Department of Health and Safety" is one. */
function joinedNames(text: string): readonly string[] {
  const parts = text.split(/,?\s+(?:and|&|und|et|y|with)\s+/u);
  return isName(parts.at(-1)?.split(',')[0] ?? '') ? parts : [text];
}

/** A comma list is a list of people if every part reads as a name. */
function namesInList(text: string): readonly string[] {
  const parts = text.split(/\s*,\s*(?:and\s+)?/u).filter((part) => part !== '');
  return parts.every(isName) ? parts : [text];
}

/** Words of posts, which stand behind a name and have the shape of one. */
const post =
  /\b(?:fellow|director|professor|president|minister|analyst|advis[eo]r|officer|secretary|economist|researcher|scholar|chair|head|manager|editor|lecturer|consultant|associate|expert|specialist|student|partner|founder)\b/iu;

function isName(text: string): boolean {
  const bare = text.replace(rankBefore, '');
  return nameShape.test(bare) && !bodyWord.test(bare) && !post.test(bare);
}

function withAffiliation(whole: string): NamedPerson {
  const rank = rankBefore.exec(whole)?.[0] ?? '';
  const text = whole.slice(rank.length);
  const named = apart(text);
  return { ...named, rank: rank.trim() || null };
}

function apart(text: string): Omit<NamedPerson, 'rank'> {
  const bracketed = /^([^()]+?)\s*\(([^()]+)\)$/u.exec(text);
  if (bracketed?.[1] !== undefined)
    return { name: bracketed[1], affiliations: [bracketed[2] ?? ''] };
  const email = text.replace(/\s*<?[\w.+-]+@[\w.-]+>?/gu, '').trim();
  const [first = '', ...rest] = email.split(/\s*,\s*/u).filter((part) => part !== '');
  const behind = rest.filter((part) => !suffixes.test(part));
  const [given, ...more] = behind;
  // "Reynolds, Carolyn": one word before the comma is a family name.
  if (
    given !== undefined &&
    !/\s/u.test(first) &&
    /^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2}$/u.test(given)
  )
    return { name: `${given} ${first}`, affiliations: more };
  return { name: first, affiliations: behind };
}

function isSlug(text: string): boolean {
  return /^(?:[\w.-]+\/)*[a-z][a-z\d]*(?:[-_][a-z\d]+)*(?:\.(?:md|markdown|ya?ml|json|html?))?$/u.test(
    text,
  );
}

/** The name that a slug or a file name spells; a slug of one word stays as it is. */
export function nameFromSlug(slug: string): string {
  const base = (slug.split('/').at(-1) ?? slug).replace(/\.\w+$/u, '');
  const words = base.split(/[-_]+/u).filter((word) => /^\p{L}/u.test(word));
  if (words.length < 2) return base;
  return words
    .map((word, index) => {
      if (index > 0 && particles.has(word)) return word;
      return word.length === 1
        ? `${word.toUpperCase()}.`
        : word.slice(0, 1).toUpperCase() + word.slice(1);
    })
    .join(' ');
}

/**
 * The fuller form of a slug's name that is printed in the text, with initials or a middle name, or the
 * name that an account such as "cmorales" stands for; else the name itself.
 */
export function printedName(slug: string, text: string): string {
  const name = isSlug(slug.trim()) ? nameFromSlug(slug.trim()) : slug;
  const body = text.slice(0, 2_000_000);
  const words = name.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length >= 2) {
    if (!/^\p{Lu}\p{L}+$/u.test(first) || !/^\p{Lu}\p{L}+$/u.test(last)) return name;
    const fuller = new RegExp(
      `(?:\\p{Lu}\\.\\s)?${words.slice(0, -1).join('\\s')}(?:\\s\\p{Lu}\\.)?\\s${last}(?!\\p{L})`,
      'u',
    ).exec(body);
    return fuller?.[0].replace(/\s+/gu, ' ') ?? name;
  }
  const account = /^([a-z])([a-z]{3,20})$/u.exec(name);
  const [, initial = '', family = ''] = account ?? [];
  if (family === '') return name;
  const capital = family.slice(0, 1).toUpperCase() + family.slice(1);
  const owner = new RegExp(
    `(?<!\\p{L})${initial.toUpperCase()}\\p{Ll}+\\s(?:\\p{Lu}\\.\\s)?${capital}(?!\\p{L})`,
    'u',
  ).exec(body);
  return owner?.[0].replace(/\s+/gu, ' ') ?? name;
}

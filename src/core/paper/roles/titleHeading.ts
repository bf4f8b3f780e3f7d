import type { FrontMatter } from '../markdown/frontMatter.ts';
import type { FormBlock } from '../reading.ts';
import type { Claim, RoleRule } from './claims.ts';
import { isSeriesAlone } from './seriesWords.ts';

/** A title printed again stands near the start; this many blocks may come before it. */
const openingBlocks = 6;

/** A chapter of something larger: "01 Summary", "Chapter 3: Costs". */
const chapter =
  /^(?:(?:chapter|part|section|kapitel|chapitre|capítulo)\s+)?(?:\d{1,2}|[IVX]{1,4})[.:)]?\s/u;

/**
 * The rule by which the heading that repeats the front matter's title, or the one heading above all
 * others at the start of a text, is the title and not a section. A numbered heading stays a section.
 */
export function titleHeadingRule(frontMatter: FrontMatter | null): RoleRule {
  const title = frontMatter?.fields.get('title')?.text ?? '';
  return ({ blocks }) => {
    const [at, evidence] =
      title === ''
        ? [topHeading(blocks), 'the first and highest heading']
        : [repeated(blocks, title), 'the title of the front matter'];
    const claim: Claim = { block: at, role: 'title', confidence: 0.96, evidence };
    return at < 0 ? [] : [claim];
  };
}

function repeated(blocks: readonly FormBlock[], title: string): number {
  const wanted = compared(title);
  return blocks
    .slice(0, openingBlocks)
    .findIndex(
      ({ kind, text }) => (kind === 'heading' || kind === 'paragraph') && compared(text) === wanted,
    );
}

function compared(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/&/gu, 'and')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function topHeading(blocks: readonly FormBlock[]): number {
  const isHeading = ({ kind, text }: FormBlock): boolean =>
    // A heading that only names a series stands above the title.
    kind === 'heading' && !isSeriesAlone(text);
  const at = blocks.findIndex(isHeading);
  const first = blocks[at];
  if (first === undefined || at > openingBlocks || chapter.test(first.text)) return -1;
  const others = blocks.filter((block, index) => isHeading(block) && index !== at);
  const isAbove = others.every(({ level }) => level > first.level);
  // Long text before it makes it a section after an introduction.
  const isFirst = blocks.slice(0, at).every(({ text }) => text.length < 200);
  return isAbove && isFirst && (others.length > 0 || first.level === 1) ? at : -1;
}

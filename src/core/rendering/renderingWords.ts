import type { Role } from '../paper/paper.ts';

/** The words that the page adds to a paper's own. The host can hand in others. */
export interface RenderingWords {
  /** What blocks are called that are folded for their role, as a cue among others. */
  readonly things: Readonly<Partial<Record<Role, string>>>;
  /** The line for folded blocks: how many lines, what they are, and the cues that say so. */
  readonly folded: (role: Role, lines: number, reasons: readonly string[]) => string;
  readonly show: string;
  readonly hide: string;
  /** Beside the heading of the key points; `recommendations` of them are recommendations. */
  readonly keyPoints: (count: number, recommendations: number) => string;
  readonly recommendations: (count: number) => string;
  readonly recommendation: string;
  readonly footnotes: string;
  /** What stands in the margin where a page begins. */
  readonly page: (label: string) => string;
  /** Name of the link from a note back to the place in the text that refers to it. */
  readonly backToText: (note: number) => string;
}

const foldedThings: Partial<Record<Role, string>> = {
  related: 'related content',
  associatedFiles: 'associated files',
  about: '“about” text',
  posting: 'posting record',
  tags: 'tags',
  metadata: 'front matter',
};

/** English. */
export const englishWords: RenderingWords = {
  things: foldedThings,
  folded: (role, lines, reasons) => {
    const counted = lines === 1 ? '1 line' : `${lines} lines`;
    const what = foldedThings[role] ?? 'site text';
    const why = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
    return `${counted} of ${what} folded${why}`;
  },
  show: 'Show',
  hide: 'Hide',
  keyPoints: (count, recommendations) => {
    if (recommendations === 0) return `${count}`;
    const share =
      recommendations === 1 ? '1 is a recommendation' : `${recommendations} are recommendations`;
    return `${count}, of which ${share}`;
  },
  recommendations: (count) => `${count}`,
  recommendation: 'recommendation',
  footnotes: 'Notes',
  page: (label) => `p. ${label}`,
  backToText: (note) => `Back to the text from note ${note}`,
};

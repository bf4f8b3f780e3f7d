import type { DocumentCue } from '../document/paperDocument.ts';
import type { Role } from '../paper.ts';
import type { FormBlock } from '../reading.ts';
import type { RoleRule } from './claims.ts';

/** The role that each cue speaks for, and how sure that is: sites mark teasers like the paper itself. */
const roleOf: Readonly<Record<DocumentCue, readonly [Role, number] | null>> = {
  title: ['title', 0.93],
  subtitle: ['subtitle', 0.85],
  byline: ['byline', 0.9],
  date: ['date', 0.88],
  tags: ['tags', 0.92],
  contents: ['contents', 0.93],
  box: null,
};

/** Claims for a block what the source itself says that it is for; the title only for one run of lines. */
export const cueRule: RoleRule = ({ blocks, claims }) => {
  const title = titleRun(
    blocks,
    claims.findIndex((claim) => claim?.role === 'title'),
  );
  return blocks.flatMap((form, block) => {
    const { cue, siteText, text } = form;
    const claimed = cue === undefined ? null : roleOf[cue];
    if (claimed === null || siteText !== undefined || text === '') return [];
    const [role, confidence] = claimed;
    if (role === 'title' && !title.includes(block)) return [];
    if (role === 'tags' && form.kind === 'heading')
      return [{ block, role: 'siteText', confidence, evidence: 'heading of the topics' }];
    if (role !== 'contents' && role !== 'tags' && !isLine(form)) return [];
    return [{ block, role, confidence, evidence: 'mark-up of the source' }];
  });
};

/** The lines of the title: the first that are marked so, or those around the line that is known for it. */
function titleRun(blocks: readonly FormBlock[], known: number): readonly number[] {
  const isTitle = (block: FormBlock | undefined): boolean =>
    block?.cue === 'title' && isLine(block);
  let from = known < 0 ? blocks.findIndex(isTitle) : known;
  if (from < 0 || !isTitle(blocks[from])) return [];
  while (isTitle(blocks[from - 1])) from -= 1;
  const run: number[] = [];
  for (let at = from; isTitle(blocks[at]); at += 1) run.push(at);
  return run;
}

/** Whether a block can stand above a text, as titles and bylines do. */
function isLine({ kind, siteText }: FormBlock): boolean {
  return siteText === undefined && (kind === 'heading' || kind === 'paragraph');
}

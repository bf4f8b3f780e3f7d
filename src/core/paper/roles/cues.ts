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
export const cueRule: RoleRule = ({ blocks }) => {
  const isTitle = (block: FormBlock): boolean => block.cue === 'title' && isLine(block);
  const title = blocks.findIndex(isTitle);
  const titleEnd = title + blocks.slice(title).findIndex((block) => !isTitle(block));
  return blocks.flatMap((form, block) => {
    const { cue, siteText, text } = form;
    const claimed = cue === undefined ? null : roleOf[cue];
    if (claimed === null || siteText !== undefined || text === '') return [];
    const [role, confidence] = claimed;
    const isOfRun = block === title || (block > title && block < titleEnd);
    if (role === 'title' && !isOfRun) return [];
    if (role === 'tags' && form.kind === 'heading')
      return [{ block, role: 'siteText', confidence, evidence: 'heading of the topics' }];
    if (role !== 'contents' && role !== 'tags' && !isLine(form)) return [];
    return [{ block, role, confidence, evidence: 'mark-up of the source' }];
  });
};

/** Whether a block can stand above a text, as titles and bylines do. */
function isLine({ kind, siteText }: FormBlock): boolean {
  return siteText === undefined && (kind === 'heading' || kind === 'paragraph');
}

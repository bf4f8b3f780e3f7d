import type { PaperDocument } from '../../core/paper/document/paperDocument.ts';
import type { DocumentReader } from '../reader.ts';
import { withSiteText } from './contentOfPage.ts';
import { decodePage } from './decodePage.ts';
import { flush, plainStyle, startFlow } from './flow.ts';
import { headingLevels } from './headingLevels.ts';
import { mainHome } from './mainHome.ts';
import { mainText } from './mainText.ts';
import { pageLinks } from './pageLinks.ts';
import { pageNotes } from './pageNotes.ts';
import { parsePage } from './parsePage.ts';
import { withSeenHeadings } from './seenHeadings.ts';
import { pageFacts } from './statedFacts.ts';
import { textOf } from './tree.ts';
import { walk } from './walkPage.ts';

/** Largest page that is read, in characters: beyond it is no page that anyone saved. */
const longestPage = 30_000_000;

/** Reads saved pages. Nothing of a page is run or loaded; what is around its paper is kept as site text. */
export const htmlReader: DocumentReader = {
  version: 1,
  read(bytes, { name }) {
    const { text, note } = decodePage(bytes);
    if (text.length > longestPage)
      return Promise.resolve({
        ok: false,
        failure: 'tooLarge',
        message: `${name} is too large to be read as a page: it has ${millions(text.length)} million characters, ${millions(longestPage)} million can be read.`,
      });
    const document = readPage(text);
    const problems = note === null ? document.problems : [note, ...document.problems];
    return Promise.resolve({ ok: true, document: { ...document, problems } });
  },
};

function millions(characters: number): string {
  return (characters / 1_000_000).toFixed(0);
}

/** The document that the text of a page is. */
export function readPage(html: string): PaperDocument {
  const page = parsePage(html);
  const facts = pageFacts(page);
  const links = pageLinks(page);
  const main = mainText(page);
  const known = {
    links,
    notes: pageNotes(page, links),
    main,
    home: mainHome(page, main),
    levels: headingLevels(page),
    length: textOf(page).length,
  };
  const flow = startFlow();
  walk(known, page, flow, plainStyle);
  flush(flow);
  const blocks = withSeenHeadings(withSiteText(flow.items, facts));
  return { blocks, facts, pageLabels: [], problems: [] };
}

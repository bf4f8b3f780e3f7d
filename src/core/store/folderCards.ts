import * as z from 'zod/mini';
import { writeWhole, type Folder } from './folder.ts';
import { openLines, sealLine } from './sealedLines.ts';

/** Some papers of a folder: by these it is known again when it was moved and has no notes that would tell. */
export interface FolderCard {
  /** The name of its store. */
  readonly store: string;
  readonly uri: string;
  readonly papers: readonly CardPaper[];
}

/** A paper on a card: what its path in the folder is compared by, and the checksum of its bytes. */
export interface CardPaper {
  readonly path: string;
  readonly bytes: string;
}

/** The version of the form that this code writes. */
const cardVersion = 1;
/** Of the papers on a card, the part that has to be in a folder. */
const enough = 0.5;

const cardSchema = z.readonly(
  z.object({
    card: z.literal(cardVersion),
    // The name of a folder: nothing that leads to another place.
    store: z.string().check(z.regex(/^[\da-z-]+$/u)),
    uri: z.string(),
    papers: z.readonly(z.array(z.readonly(z.object({ path: z.string(), bytes: z.string() })))),
  }),
);

/** Keeps a folder's card in the place of an earlier one; one without papers is removed. */
export async function keepCard(folder: Folder, card: FolderCard): Promise<void> {
  const name = `${card.store}.json`;
  const before = await folder.read(name);
  const text = sealLine({ card: cardVersion, ...card });
  if (card.papers.length > 0 && text !== before) await writeWhole(folder, name, text);
  if (card.papers.length === 0 && before !== null) await folder.remove(name);
}

/** All cards in a folder that can be read. */
export async function readCards(folder: Folder): Promise<readonly FolderCard[]> {
  const names = await folder.list();
  const cards = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => {
        const { values } = openLines((await folder.read(name)) ?? '');
        return cardSchema.safeParse(values[0]).data ?? null;
      }),
  );
  return cards.flatMap((card) => {
    if (card === null) return [];
    const { store, uri, papers } = card;
    return [{ store, uri, papers }];
  });
}

/**
 * Whether a folder is the one on a card: enough of its papers have the same place and bytes. `bytesAt` gives
 * the checksum of the file at such a place, or null where there is none.
 */
export async function isOnCard(
  { papers }: FolderCard,
  bytesAt: (path: string) => Promise<string | null>,
): Promise<boolean> {
  const wanted = papers.length * enough;
  let [found, left] = [0, papers.length];
  for (const { path, bytes } of papers) {
    if (found >= wanted || found + left < wanted) break;
    left -= 1;
    if ((await bytesAt(path)) === bytes) found += 1;
  }
  return papers.length > 0 && found >= wanted;
}

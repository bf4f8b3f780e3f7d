import * as z from 'zod/mini';
import type { Included } from './ledger.ts';
import type { PaperState } from './paperState.ts';
import { annotationSchema, recordSchema } from './schemas.ts';
import { openLines, sealLine } from './sealedLines.ts';

/** The version of the form that this code writes. */
const checkpointVersion = 1;

/** A paper's settled state, with the entries that it holds. */
export interface Checkpoint {
  readonly base: PaperState;
  readonly included: Included;
}

const count = z.int().check(z.nonnegative());
const schema = z.object({
  checkpoint: z.literal(checkpointVersion),
  record: recordSchema,
  removed: z.array(annotationSchema),
  clock: count,
  included: z.array(z.tuple([z.string(), count])),
});
const newerHead = z.object({ checkpoint: z.int().check(z.gt(checkpointVersion)) });

/** The text of a checkpoint's file. */
export function writeCheckpoint({ base, included }: Checkpoint): string {
  const { record, removed, clock } = base;
  const checkpoint = checkpointVersion;
  return sealLine({ checkpoint, record, removed, clock, included: [...included] });
}

/** The checkpoint in a file, or why there is none. */
export function readCheckpoint(text: string): Checkpoint | 'damaged' | 'newer' {
  const { values, damaged } = openLines(text);
  if (newerHead.safeParse(values[0]).success) return 'newer';
  const read = schema.safeParse(values[0]);
  if (damaged || !read.success) return 'damaged';
  const { record, removed, clock, included } = read.data;
  return { base: { record, removed, clock }, included: new Map(included) };
}

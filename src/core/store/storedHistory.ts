import * as z from 'zod/mini';
import type { Action } from '../annotations/change.ts';
import { emptyHistory, type History } from '../annotations/history.ts';
import { actionSchema } from './entry.ts';

/** Most actions that are kept for the next session, and most characters of JSON that they have. */
const mostActions = 50;
const mostCharacters = 200_000;

const schema = z.object({ done: z.array(z.unknown()), undone: z.array(z.unknown()) });

/** The newest actions of a history, as many as are kept from one session to the next. */
export function historyToStore({ done, undone }: History): History {
  const keptDone = newest(done, mostCharacters);
  const left = mostCharacters - JSON.stringify(keptDone).length;
  return { done: keptDone, undone: newest(undone, left) };
}

/** A history as it was stored; an empty one where nothing sound is. */
export function readHistory(raw: unknown): History {
  const read = schema.safeParse(raw);
  if (!read.success) return emptyHistory;
  const { done, undone } = read.data;
  return { done: soundEnd(done), undone: soundEnd(undone) };
}

function newest(actions: readonly Action[], room: number): readonly Action[] {
  let left = room;
  const first = actions.findLastIndex((action, index) => {
    left -= JSON.stringify(action).length + 1;
    return left < 0 || index < actions.length - mostActions;
  });
  return actions.slice(first + 1);
}

/** The actions behind the last one that can't be read: a step must not be taken back over a gap. */
function soundEnd(actions: readonly unknown[]): readonly Action[] {
  const read = actions.map((action) => actionSchema.safeParse(action).data ?? null);
  return read.slice(read.lastIndexOf(null) + 1).flatMap((action) => (action ? [action] : []));
}

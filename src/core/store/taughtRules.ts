import * as z from 'zod/mini';
import { roles, type Role } from '../paper/paper.ts';
import type { PublisherRule } from '../paper/roles/publisherRules.ts';
import { publisherRuleSchema } from './schemas.ts';

/**
 * What was last taught about a text of a publisher. Lists of these are joined in any order, and as often as
 * one likes, to the same: so what two windows are taught at once comes together.
 */
export interface Taught {
  readonly publisher: string;
  readonly text: string;
  /** Null where the rule was taken back. */
  readonly role: Role | null;
  /** Larger than that of all that was known when it was taught (a Lamport clock). */
  readonly clock: number;
}

const taughtSchema = z.readonly(
  z.object({
    publisher: z.string(),
    text: z.string(),
    role: z.nullable(z.enum(roles)),
    clock: z.int().check(z.nonnegative()),
  }),
);
const taughtForm = z.object({ taught: z.array(z.unknown()) });
/** Rules of before they could be joined: each was older than all that are taught now. */
const ruleForms = z.union([z.array(z.unknown()), z.object({ value: z.array(z.unknown()) })]);

/** What a stored value says was taught; what can't be read is passed over. */
export function readTaught(raw: unknown): readonly Taught[] {
  const read = taughtForm.safeParse(raw);
  if (read.success)
    return read.data.taught.flatMap((each) => taughtSchema.safeParse(each).data ?? []);
  const { data: before = [] } = ruleForms.safeParse(raw);
  return (Array.isArray(before) ? before : before.value).flatMap((each) => {
    const rule = publisherRuleSchema.safeParse(each);
    return rule.success ? [{ ...rule.data, clock: 0 }] : [];
  });
}

/** All that was taught in either, in the order in which it was. */
export function joinTaught(a: readonly Taught[], b: readonly Taught[]): readonly Taught[] {
  const last = new Map<string, Taught>();
  for (const each of [...a, ...b]) {
    const subject = JSON.stringify([each.publisher, each.text]);
    const known = last.get(subject);
    if (known === undefined || compare(known, each) < 0) last.set(subject, each);
  }
  return [...last.values()].toSorted(compare);
}

/** What is taught after these rules were, each in the place of one about the same. */
export function withRules(
  taught: readonly Taught[],
  rules: readonly PublisherRule[],
): readonly Taught[] {
  return withRoles(taught, rules);
}

/** What is taught after rules about the same as these were taken back. */
export function withoutRules(
  taught: readonly Taught[],
  rules: readonly PublisherRule[],
): readonly Taught[] {
  return withRoles(
    taught,
    rules.map((rule) => ({ ...rule, role: null })),
  );
}

function withRoles(
  taught: readonly Taught[],
  now: readonly Omit<Taught, 'clock'>[],
): readonly Taught[] {
  const clock = nextClock(taught);
  return joinTaught(
    taught,
    now.map(({ publisher, text, role }) => ({ publisher, text, role, clock })),
  );
}

/** The rules that hold, in the order in which they were taught. */
export function rulesIn(taught: readonly Taught[]): readonly PublisherRule[] {
  return taught.flatMap(({ publisher, text, role }) =>
    role === null ? [] : [{ publisher, text, role }],
  );
}

function nextClock(taught: readonly Taught[]): number {
  return taught.reduce((latest, { clock }) => Math.max(latest, clock), 0) + 1;
}

/** The same in every window: of two that were taught at once, a rule holds over one taken back. */
function compare(a: Taught, b: Taught): number {
  return a.clock - b.clock || (keyOf(a) < keyOf(b) ? -1 : 1);
}

function keyOf({ publisher, text, role }: Taught): string {
  return JSON.stringify([role ?? '', publisher, text]);
}

import type { PublisherRule } from '../paper/roles/publisherRules.ts';
import { publisherRuleSchema } from './schemas.ts';

/** The rules for publishers in a stored value; what is none is passed over. */
export function readRules(raw: unknown): readonly PublisherRule[] {
  return (Array.isArray(raw) ? raw : []).flatMap((value) => {
    const read = publisherRuleSchema.safeParse(value);
    return read.success ? [read.data] : [];
  });
}

/** Of some rules, those about what none of the others is about. */
export function missingRules(
  wanted: readonly PublisherRule[],
  present: readonly PublisherRule[],
): readonly PublisherRule[] {
  return wanted.filter((rule) => !present.some((other) => isSameSubject(rule, other)));
}

function isSameSubject(a: PublisherRule, b: PublisherRule): boolean {
  return a.publisher === b.publisher && a.text === b.text;
}

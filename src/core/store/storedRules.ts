import type { PublisherRule } from '../paper/roles/publisherRules.ts';
import { publisherRuleSchema } from './schemas.ts';

/** The rules for publishers in a stored value; what is none is passed over. */
export function readRules(raw: unknown): readonly PublisherRule[] {
  return (Array.isArray(raw) ? raw : []).flatMap((value) => {
    const read = publisherRuleSchema.safeParse(value);
    return read.success ? [read.data] : [];
  });
}

/** Whether two rules are about the same text of the same publisher. */
export function isSameSubject(a: PublisherRule, b: PublisherRule): boolean {
  return a.publisher === b.publisher && a.text === b.text;
}

/** Rules with some more, which take the place of those about the same. */
export function withRules(
  rules: readonly PublisherRule[],
  more: readonly PublisherRule[],
): readonly PublisherRule[] {
  return [...rules.filter((rule) => !more.some((other) => isSameSubject(rule, other))), ...more];
}

/** Of some rules, those about what none of the others is about. */
export function missingRules(
  wanted: readonly PublisherRule[],
  present: readonly PublisherRule[],
): readonly PublisherRule[] {
  return wanted.filter((rule) => !present.some((other) => isSameSubject(rule, other)));
}

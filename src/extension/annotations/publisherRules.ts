import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import { roles } from '../../core/paper/paper.ts';
import type { PublisherRule } from '../../core/paper/roles/publisherRules.ts';

/** What the analyst taught about publishers, kept in the workspace's state. */
export interface PublisherRules {
  all(): readonly PublisherRule[];
  /** Adds a rule, in the place of one for the same text of the same publisher. */
  add(rule: PublisherRule): Promise<void>;
  /** Takes back the rules with this text for this publisher. */
  remove(rule: PublisherRule): Promise<void>;
}

const key = 'policyAnnotator.publisherRules';
const stored = z.object({ publisher: z.string(), text: z.string(), role: z.enum(roles) });

/** Reads and writes the rules; entries that can't be read are passed over. */
export function createPublisherRules(state: vscode.Memento): PublisherRules {
  const all = () => {
    const values = state.get<unknown>(key);
    return (Array.isArray(values) ? values : []).flatMap((value) => {
      const read = stored.safeParse(value);
      return read.success ? [read.data] : [];
    });
  };
  const without = (rule: PublisherRule) =>
    all().filter(({ publisher, text }) => publisher !== rule.publisher || text !== rule.text);
  return {
    all,
    async add(rule) {
      await state.update(key, [...without(rule), rule]);
    },
    async remove(rule) {
      await state.update(key, without(rule));
    },
  };
}

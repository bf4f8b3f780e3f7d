import * as vscode from 'vscode';
import type { PublisherRule } from '../../core/paper/roles/publisherRules.ts';
import type { KeptValue } from '../../core/store/keptValue.ts';
import { isSameSubject, readRules, withRules } from '../../core/store/storedRules.ts';

/** What the analyst taught about publishers. */
export interface PublisherRules {
  /** Fires when there are other rules: open papers are to be read again. */
  readonly onDidChange: vscode.Event<void>;
  /** Takes what the file has where the state lost it, or where another window wrote it. */
  load(): Promise<void>;
  all(): readonly PublisherRule[];
  /** Adds rules, each in the place of one for the same text of the same publisher. */
  add(rules: readonly PublisherRule[]): Promise<void>;
  /** Takes back the rules with these texts for these publishers. */
  remove(rules: readonly PublisherRule[]): Promise<void>;
  dispose(): void;
}

/** The rules in a kept value; entries that can't be read are passed over. */
export function createPublisherRules(kept: KeptValue): PublisherRules {
  const changed = new vscode.EventEmitter<void>();
  let present = readRules(kept.value);

  function show(rules: readonly PublisherRule[]): void {
    if (JSON.stringify(rules) === JSON.stringify(present)) return;
    present = rules;
    changed.fire();
  }

  /** Goes on from what is kept now: another window may have added to it. */
  async function change(
    edit: (rules: readonly PublisherRule[]) => readonly PublisherRule[],
  ): Promise<void> {
    const rules = edit(readRules(await kept.load()));
    // The state and the file stand in for each other; only without both it is not kept.
    const [put, written] = [await settled(kept.put(rules)), await settled(kept.write())];
    show(rules);
    if (put !== undefined && written !== undefined) throw put;
  }

  return {
    onDidChange: changed.event,
    async load() {
      show(readRules(await kept.load()));
    },
    all: () => present,
    add: (rules) => change((all) => withRules(all, rules)),
    remove: (rules) =>
      change((all) => all.filter((rule) => !rules.some((other) => isSameSubject(rule, other)))),
    dispose() {
      changed.dispose();
    },
  };
}

/** The error of what failed, or undefined. */
async function settled(work: Promise<void>): Promise<Error | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

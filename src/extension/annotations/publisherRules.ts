import * as vscode from 'vscode';
import type { PublisherRule } from '../../core/paper/roles/publisherRules.ts';
import type { KeptRules } from '../../core/store/keptRules.ts';
import { withoutRules, withRules, type Taught } from '../../core/store/taughtRules.ts';

/** What the analyst taught about publishers. */
export interface PublisherRules {
  /** Fires when there are other rules: open papers are to be read again. */
  readonly onDidChange: vscode.Event<void>;
  /** Takes what the folder has where the state lost it, or where another window wrote it. */
  load(): Promise<void>;
  all(): readonly PublisherRule[];
  /** Adds rules, each in the place of one for the same text of the same publisher. */
  add(rules: readonly PublisherRule[]): Promise<void>;
  /** Takes back the rules with these texts for these publishers. */
  remove(rules: readonly PublisherRule[]): Promise<void>;
  dispose(): void;
}

/** The rules that are kept. */
export function createPublisherRules(kept: KeptRules): PublisherRules {
  const changed = new vscode.EventEmitter<void>();
  let present = kept.rules;

  function show(): void {
    if (JSON.stringify(kept.rules) === JSON.stringify(present)) return;
    present = kept.rules;
    changed.fire();
  }

  async function change(edit: (taught: readonly Taught[]) => readonly Taught[]): Promise<void> {
    await kept.change(edit).finally(show);
  }

  return {
    onDidChange: changed.event,
    async load() {
      await kept.load();
      show();
    },
    all: () => present,
    add: (rules) => change((taught) => withRules(taught, rules)),
    remove: (rules) => change((taught) => withoutRules(taught, rules)),
    dispose() {
      changed.dispose();
    },
  };
}

import * as vscode from 'vscode';
import { excerptAt, type OrphanChoice } from '../../core/annotations/orphanChoices.ts';
import type { Distinction } from '../../core/annotations/tellApart.ts';
import type { SourceRange } from '../../core/paper/paper.ts';
import { escapeIcons } from '../navigation/pickPlace.ts';
import { distinctionInWords } from '../navigation/wording.ts';

/** What the analyst decided about an orphan. */
export type OrphanDecision =
  | { readonly kind: 'attach'; readonly range: SourceRange }
  /** `attachLikely`: all orphans that have a likely place. `stop`: no more of this. */
  | { readonly kind: 'skip' | 'delete' | 'attachLikely' | 'stop' };

/** What the analyst decides on. */
export interface OrphanQuestion {
  readonly text: string;
  readonly choice: OrphanChoice;
  /** What tells its candidates from each other. */
  readonly distinctions: readonly Distinction[];
  /** Which of how many it is, from 1. */
  readonly step: number;
  readonly steps: number;
  /** The passage that was selected when all this began. */
  readonly selected: SourceRange | null;
  /** How many orphans have a likely place. */
  readonly likely: number;
  readonly show: (range: SourceRange) => Promise<void>;
}

interface Item extends vscode.QuickPickItem {
  readonly decision: OrphanDecision | null;
}

/** While the list moves, the passage is shown after this pause in milliseconds. */
const pause = 120;

/** Asks where an orphan belongs; each candidate is shown while the list moves over it. */
export async function pickPassage(question: OrphanQuestion): Promise<OrphanDecision> {
  const { choice, show } = question;
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = vscode.l10n.t('Note on “{0}”', shortened(choice.annotation.target.exact));
  pick.step = question.step;
  pick.totalSteps = question.steps;
  pick.placeholder =
    choice.candidates.length > 0
      ? vscode.l10n.t('Where does it belong? Passages are shown while you move.')
      : vscode.l10n.t('Nothing in the paper is like this passage.');
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.items = itemsFor(question);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const shown: Promise<void>[] = [];
  const decision = await new Promise<OrphanDecision>((resolve) => {
    pick.onDidChangeActive(([item]) => {
      clearTimeout(timer);
      const active = item?.decision;
      if (active?.kind === 'attach')
        timer = setTimeout(() => shown.push(show(active.range)), pause);
    });
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.decision ?? { kind: 'skip' });
    });
    pick.onDidHide(() => {
      resolve({ kind: 'stop' });
    });
    pick.show();
  });
  clearTimeout(timer);
  pick.dispose();
  await Promise.allSettled(shown);
  return decision;
}

function itemsFor(question: OrphanQuestion): readonly Item[] {
  const { text, choice, distinctions, selected, likely } = question;
  const candidates = choice.candidates.map(({ start, end, score }, index): Item => {
    const { before, passage, behind } = excerptAt(text, { start, end });
    const likeness = vscode.l10n.t('{0} %', Math.round(score * 100));
    const distinction = distinctions[index];
    const where = distinction ? distinctionInWords(distinction) : '';
    return {
      label: escapeIcons(shortened(passage, 100)),
      description: escapeIcons([likeness, where].filter((part) => part !== '').join(' · ')),
      detail: escapeIcons(`${before}[${shortened(passage, 60)}]${behind}`),
      decision: { kind: 'attach', range: { start, end } },
    };
  });
  const separator = { label: '', kind: vscode.QuickPickItemKind.Separator, decision: null };
  const selection: readonly Item[] =
    selected === null
      ? []
      : [
          {
            label: vscode.l10n.t('$(link) Attach to the Selection'),
            description: escapeIcons(shortened(text.slice(selected.start, selected.end))),
            decision: { kind: 'attach', range: selected },
          },
        ];
  const all: readonly Item[] =
    likely === 0
      ? []
      : [
          {
            label: vscode.l10n.t('$(check-all) Attach All That Have a Likely Passage'),
            description: String(likely),
            decision: { kind: 'attachLikely' },
          },
        ];
  return [
    ...candidates,
    separator,
    ...selection,
    ...all,
    { label: vscode.l10n.t('$(debug-step-over) Leave for Later'), decision: { kind: 'skip' } },
    { label: vscode.l10n.t('$(trash) Delete Annotation'), decision: { kind: 'delete' } },
  ];
}

function shortened(text: string, limit = 60): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1).trimEnd()}…` : line;
}

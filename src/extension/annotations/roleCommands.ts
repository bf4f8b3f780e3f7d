import * as vscode from 'vscode';
import type { Role } from '../../core/paper/paper.ts';
import type { AnnotationServices } from './annotationServices.ts';
import { selectedOrCursor, type SelectedPassage } from './activeSelection.ts';
import type { Reading } from '../papers/reading.ts';
import type { PublisherRules } from './publisherRules.ts';

/** What role commands need beside the shared services. */
export interface RoleServices extends Pick<
  AnnotationServices,
  'annotations' | 'papers' | 'registerCommand' | 'selection'
> {
  readonly rules: PublisherRules;
  readonly reading: Reading;
}

const commands: Readonly<Record<string, Role | null>> = {
  markAsKeyPoint: 'keyPoint',
  markAsSiteText: 'siteText',
  markAsBodyText: 'body',
  resetRole: null,
};

/** Commands by which the analyst overrules what a passage is for. */
export function registerRoleCommands(services: RoleServices): vscode.Disposable {
  const { annotations, reading, registerCommand, selection } = services;
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, role]) =>
      registerCommand(`policyAnnotator.${name}`, async () => {
        const chosen = selectedOrCursor(selection);
        await reading.load();
        const passages = chosen.map((passage) => atLeastBlock(services, passage));
        for (const { uri, range } of passages) await annotations.correctRole(uri, range, role);
        const [passage] = passages;
        if (passage && role !== null) void offerRule(services, passage, role);
      }),
    ),
  );
}

/** The block at the cursor where nothing is selected. */
function atLeastBlock({ papers }: RoleServices, passage: SelectedPassage): SelectedPassage {
  const { start, end } = passage.range;
  if (start < end) return passage;
  const block = papers
    .find(passage.uri)
    ?.paper.blocks.find(({ range }) => range.start <= start && start <= range.end);
  return block ? { uri: passage.uri, range: block.range } : passage;
}

/** Offers to let a correction hold for all papers of the publisher, where that can be said. */
async function offerRule(
  { papers, rules, reading }: RoleServices,
  { uri, range }: SelectedPassage,
  role: Role,
): Promise<void> {
  const { ruleFor } = await reading.load();
  const open = papers.find(uri);
  const suggested = open && ruleFor(open.paper, range, role);
  if (!suggested) return;
  const { rule, printed } = suggested;
  const always = vscode.l10n.t('Always for This Publisher');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Should “{0}” be read so in all papers of {1}?',
      printed.length > 60 ? `${printed.slice(0, 59)}…` : printed,
      rule.publisher,
    ),
    always,
  );
  if (choice !== always) return;
  await rules.add([rule]);
  const undo = vscode.l10n.t('Undo');
  const message = vscode.l10n.t('Papers of {0} are read so from now on.', rule.publisher);
  if ((await vscode.window.showInformationMessage(message, undo)) !== undo) return;
  await rules.remove([rule]);
}

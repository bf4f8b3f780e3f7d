import * as vscode from 'vscode';
import {
  likelyPlaces,
  likelyScore,
  type OrphanChoice,
} from '../../core/annotations/orphanChoices.ts';
import { tellApart } from '../../core/annotations/tellApart.ts';
import type { Paper } from '../../core/paper/paper.ts';
import { UserError } from '../errors.ts';
import type { RowElement } from '../navigation/rows.ts';
import type { AnnotationServices } from './annotationServices.ts';
import { offerUndo } from './offerUndo.ts';
import { pickPassage } from './orphanPick.ts';
import { orphansIn } from './orphansIn.ts';

/** The orphans of a paper with their candidates, and the paper as it is now, which these are in. */
interface Orphans {
  readonly paper: vscode.Uri;
  readonly now: Paper;
  readonly choices: readonly OrphanChoice[];
}

/** Commands that give orphans their passages again: one by one, or all that are likely. */
export function registerOrphanCommands(services: AnnotationServices): vscode.Disposable {
  const { registerCommand } = services;
  return vscode.Disposable.from(
    registerCommand('policyAnnotator.findPassages', (argument?: unknown) =>
      findPassages(services, paperFor(services, argument), rowOf(argument)?.id ?? null),
    ),
    registerCommand('policyAnnotator.attachLikelyPassages', async (argument?: unknown) => {
      await attachLikely(services, await orphansOf(services, paperFor(services, argument)));
    }),
    registerCommand('policyAnnotator.attachCandidate', async (argument?: unknown) => {
      const row = rowOf(argument);
      if (row?.uri && row.id !== null && row.place !== null) {
        await attachCandidate(services, vscode.Uri.parse(row.uri, true), row.id, row.place);
      }
    }),
  );
}

/** Asks for one orphan after the other, `first` before all others if it is one. */
async function findPassages(
  services: AnnotationServices,
  paper: vscode.Uri,
  first: string | null,
): Promise<void> {
  const { annotations, reveal, selection } = services;
  const [passage] = selection.passages().filter(({ uri }) => uri.toString() === paper.toString());
  const selected = passage && passage.range.end > passage.range.start ? passage.range : null;
  const all = (await orphansOf(services, paper)).choices;
  const ids = all.map(({ annotation }) => annotation.id);
  const inOrder = [...ids.filter((id) => id === first), ...ids.filter((id) => id !== first)];
  for (const [index, id] of inOrder.entries()) {
    // Each answer changes what is known about the others.
    const { now, choices } = await readOrphans(services, paper);
    const choice = choices.find(({ annotation }) => annotation.id === id);
    if (!choice) continue;
    const decision = await pickPassage({
      ...{ text: now.text, choice, selected, step: index + 1, steps: ids.length },
      distinctions: tellApart(now, choice.candidates, !services.papers.isFile(paper)),
      likely: likelyPlaces(choices).length,
      show: (range) => reveal.revealEverywhere(paper, range),
    });
    switch (decision.kind) {
      case 'attach':
        await annotations.reattach(paper, [{ id, range: decision.range }]);
        break;
      case 'delete':
        await annotations.remove(paper, [id]);
        break;
      case 'attachLikely':
        await attachLikely(services, await orphansOf(services, paper));
        return;
      case 'stop':
        return;
      case 'skip':
    }
  }
}

/** Attaches, in one step that can be undone, all orphans that have a likely place. */
async function attachLikely(
  { annotations }: AnnotationServices,
  { paper, choices }: Orphans,
): Promise<void> {
  const places = likelyPlaces(choices);
  if (places.length === 0) {
    throw new UserError(
      vscode.l10n.t(
        'No orphan has a passage that is at least {0} % like it and the only one. Find them one by one.',
        likelyScore * 100,
      ),
    );
  }
  await annotations.reattach(paper, places);
  offerUndo(vscode.l10n.t('{0} of {1} orphans attached.', places.length, choices.length));
}

async function attachCandidate(
  services: AnnotationServices,
  paper: vscode.Uri,
  id: string,
  { start, end }: NonNullable<RowElement['place']>,
): Promise<void> {
  const { choices } = await readOrphans(services, paper);
  const choice = choices.find(({ annotation }) => annotation.id === id);
  const isThere = choice?.candidates.some((place) => place.start === start && place.end === end);
  if (isThere !== true) {
    throw new UserError(vscode.l10n.t('The paper has changed. Look at the candidates again.'));
  }
  await services.annotations.reattach(paper, [{ id, range: { start, end } }]);
}

/** The orphans of a paper, at least one. */
async function orphansOf(services: AnnotationServices, paper: vscode.Uri): Promise<Orphans> {
  const orphans = await readOrphans(services, paper);
  if (orphans.choices.length > 0) return orphans;
  throw new UserError(vscode.l10n.t('Every annotation of this paper has its passage.'));
}

async function readOrphans(
  { annotations, papers }: AnnotationServices,
  paper: vscode.Uri,
): Promise<Orphans> {
  const now = (await papers.open(paper)).paper;
  return { paper, now, choices: await orphansIn(annotations, paper, now.text) };
}

/** The paper that a row names, else the one in front. */
function paperFor({ selection }: AnnotationServices, argument: unknown): vscode.Uri {
  const uri = rowOf(argument)?.uri;
  if (uri) return vscode.Uri.parse(uri, true);
  const front = selection.preview()?.uri ?? selection.passages()[0]?.uri;
  if (front) return front;
  throw new UserError(vscode.l10n.t('Open the paper whose annotations have lost their passages.'));
}

function rowOf(argument: unknown): RowElement | null {
  const isRow = typeof argument === 'object' && argument !== null && 'rowId' in argument;
  return isRow ? (argument as RowElement) : null;
}

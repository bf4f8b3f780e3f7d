import * as vscode from 'vscode';
import type { AnnotationServices } from './annotationServices.ts';
import { selectedPassages } from './activeSelection.ts';
import { chosenAnnotation, pickOne, type ChosenAnnotation } from './chosenAnnotation.ts';
import { offerUndo } from './offerUndo.ts';
import { pickForAnnotation, type Pickable } from './pickForAnnotation.ts';
import { writeNote } from './writeNote.ts';
import { UserError } from '../errors.ts';

/** Commands that change the annotation they are given, or the one at the cursor. */
export function registerEditCommands(services: AnnotationServices): vscode.Disposable {
  const { annotations, registerCommand } = services;

  function onChosen(
    name: string,
    run: (chosen: ChosenAnnotation, argument: unknown) => Promise<void>,
  ) {
    return registerCommand(`policyAnnotator.${name}`, async (argument?: unknown) => {
      const chosen = await chosenAnnotation(services, argument);
      if (chosen) await run(chosen, argument);
    });
  }

  const onPick = (name: string, what: Pickable) =>
    onChosen(name, ({ paper, annotation }) =>
      pickForAnnotation(services, paper, annotation.id, what),
    );

  return vscode.Disposable.from(
    onChosen('editNote', ({ paper, annotation }) => writeNote(services, paper, annotation.id)),
    onPick('changeCategory', 'category'),
    onPick('changeTags', 'tags'),
    onPick('changeStatus', 'status'),
    onPick('changeConfidence', 'confidence'),
    onChosen('deleteAnnotation', async ({ paper, annotation }, argument) => {
      // A thread's own button deletes what is being written in it too.
      services.threads.giveUp(argument);
      await annotations.remove(paper, [annotation.id]);
      offerUndo(vscode.l10n.t('Annotation deleted.'));
    }),
    registerCommand('policyAnnotator.reattachAnnotation', async (argument?: unknown) => {
      await reattach(services, argument);
    }),
    registerCommand('policyAnnotator.undoAnnotationChange', async () => {
      const done = await annotations.undo();
      vscode.window.setStatusBarMessage(
        done
          ? vscode.l10n.t('Annotation change undone')
          : vscode.l10n.t('No annotation change to undo'),
        statusTime,
      );
    }),
    registerCommand('policyAnnotator.redoAnnotationChange', async () => {
      const done = await annotations.redo();
      vscode.window.setStatusBarMessage(
        done
          ? vscode.l10n.t('Annotation change made again')
          : vscode.l10n.t('No annotation change to redo'),
        statusTime,
      );
    }),
  );
}

/** How long a message stays in the status bar, in milliseconds. */
const statusTime = 3000;

/** Gives an annotation, or an orphan of the paper that the analyst picks, the selected passage. */
async function reattach(services: AnnotationServices, argument: unknown): Promise<void> {
  const { annotations, selection } = services;
  const [passage] = selectedPassages(selection);
  if (!passage) return;
  const orphans = annotations
    .placed(passage.uri)
    .filter(({ anchor }) => anchor === null)
    .map((placed) => ({ ...placed, paper: passage.uri }));
  if (argument === undefined && orphans.length === 0) {
    throw new UserError(vscode.l10n.t('Every annotation of this paper has its passage.'));
  }
  const chosen =
    argument === undefined
      ? await pickOne(services, orphans, vscode.l10n.t('Which annotation belongs here?'))
      : await chosenAnnotation(services, argument);
  if (!chosen) return;
  if (chosen.paper.toString() !== passage.uri.toString()) {
    throw new UserError(
      vscode.l10n.t('The annotation belongs to another paper. Select a passage there.'),
    );
  }
  await annotations.reattach(chosen.paper, [{ id: chosen.annotation.id, range: passage.range }]);
}

import * as vscode from 'vscode';
import type { Anchor } from '../../core/anchoring/target.ts';
import { UserError } from '../errors.ts';
import type { AnnotationServices } from './annotationServices.ts';

interface Step {
  readonly id: string;
  readonly anchor: Anchor;
}

/** Commands that go from annotation to annotation in the paper in front, round its ends. */
export function registerStepCommands(services: AnnotationServices): vscode.Disposable {
  const { annotations, registerCommand, reveal, selection } = services;
  /** Where the last step led: annotations may begin at the same place. */
  let last: { readonly paper: string; readonly step: Step } | null = null;

  async function go(direction: 1 | -1): Promise<void> {
    const preview = selection.preview();
    const [passage] = selection.passages();
    const paper = preview?.uri ?? passage?.uri;
    const cursor = passage?.range.start ?? 0;
    const steps = paper === undefined ? [] : stepsOf(paper);
    if (!paper || steps.length === 0) {
      throw new UserError(vscode.l10n.t('There are no annotations in this paper.'));
    }
    const selected = preview?.selectedAnnotation ?? lastAt(paper, preview ? null : cursor);
    const step = next(steps, selected, cursor, direction);
    if (!step) return;
    last = { paper: paper.toString(), step };
    preview?.selectAnnotation(step.id, false);
    await reveal.reveal(paper, step.anchor);
  }

  function stepsOf(paper: vscode.Uri): Step[] {
    return annotations
      .placed(paper)
      .flatMap(({ annotation, anchor }) => (anchor ? [{ id: annotation.id, anchor }] : []));
  }

  /** The last step, if the cursor still is where it led. */
  function lastAt(paper: vscode.Uri, cursor: number | null): string | null {
    if (last?.paper !== paper.toString()) return null;
    return cursor === null || last.step.anchor.start === cursor ? last.step.id : null;
  }

  return vscode.Disposable.from(
    registerCommand('policyAnnotator.nextAnnotation', () => go(1)),
    registerCommand('policyAnnotator.previousAnnotation', () => go(-1)),
  );
}

function next(
  steps: readonly Step[],
  selected: string | null,
  cursor: number,
  direction: 1 | -1,
): Step | undefined {
  const at = steps.findIndex(({ id }) => id === selected);
  if (at !== -1) return steps[(at + direction + steps.length) % steps.length];
  if (direction === 1) return steps.find(({ anchor }) => anchor.start > cursor) ?? steps[0];
  return steps.findLast(({ anchor }) => anchor.start < cursor) ?? steps.at(-1);
}

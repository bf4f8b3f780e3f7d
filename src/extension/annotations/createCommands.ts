import * as vscode from 'vscode';
import type { AnnotationServices } from './annotationServices.ts';
import { selectedPassages } from './activeSelection.ts';
import type { NewAnnotation } from './annotations.ts';
import { annotationsHere } from './chosenAnnotation.ts';
import { pickForAnnotation } from './pickForAnnotation.ts';
import { pickCategory } from './picks.ts';
import { writeNote } from './writeNote.ts';

/** Commands that make annotations of what is selected in the editor or the preview. */
export function registerCreateCommands(services: AnnotationServices): vscode.Disposable {
  const { annotations, registerCommand, selection, settings } = services;

  /** One annotation for each selection; the selection is dropped so that the highlight is seen. */
  async function create(what: NewAnnotation): Promise<{ paper: vscode.Uri; id: string }[]> {
    const made = [];
    const preview = selection.preview();
    const editor = preview === null ? vscode.window.activeTextEditor : undefined;
    const annotated = editor?.selections ?? [];
    for (const { uri, range } of selectedPassages(selection)) {
      const { id } = await annotations.create(uri, range, what);
      made.push({ paper: uri, id });
      preview?.selectAnnotation(id, false);
    }
    // What was selected meanwhile is left for what comes next.
    if (editor?.selections.every((each, at) => annotated[at]?.isEqual(each)) === true) {
      editor.selections = editor.selections.map(({ end }) => new vscode.Selection(end, end));
    }
    return made;
  }

  async function annotate(): Promise<void> {
    const nothingSelected = selection.passages().every(({ range }) => range.start === range.end);
    const here = nothingSelected ? annotationsHere(services)[0] : undefined;
    const [first] = here ? [{ paper: here.paper, id: here.annotation.id }] : await create({});
    if (first) await writeNote(services, first.paper, first.id);
  }

  return vscode.Disposable.from(
    registerCommand('policyAnnotator.highlight', () => create({})),
    registerCommand('policyAnnotator.highlightAs', async (wanted?: unknown) => {
      const { categories } = settings();
      selectedPassages(selection);
      const isCategory = categories.some(({ id }) => id === wanted);
      const category = isCategory ? String(wanted) : await pickCategory(categories);
      if (category !== undefined) await create({ category });
    }),
    registerCommand('policyAnnotator.annotate', annotate),
    registerCommand('policyAnnotator.annotateWithTags', async () => {
      for (const { paper, id } of await create({})) {
        await pickForAnnotation(services, paper, id, 'tags');
      }
    }),
  );
}

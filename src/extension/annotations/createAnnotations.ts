import * as vscode from 'vscode';
import type { Anchor, Target } from '../../core/anchoring/target.ts';
import type { Annotation, Reply } from '../../core/annotations/annotation.ts';
import { describeInPaper } from '../../core/annotations/describeInPaper.ts';
import { editChange } from '../../core/annotations/change.ts';
import {
  copyAnnotation,
  editedReplyFields,
  fieldsOf,
  newAnnotation,
  replyFields,
  type AnnotationFields,
} from '../../core/annotations/editAnnotation.ts';
import { withoutOuterBlanks } from '../../core/annotations/withoutOuterBlanks.ts';
import { renamedUri, type Rename } from '../../core/annotations/renamedUri.ts';
import type { SourceRange } from '../../core/paper/paper.ts';
import { reportError, UserError } from '../errors.ts';
import type { Annotations } from './annotations.ts';
import { createOpenAnchors, storedAnchor } from './openAnchors.ts';
import { createUndoableSteps } from './undoableSteps.ts';
import { createKeptTexts } from './storage/keptTexts.ts';
import type { AnnotationStorage } from './storage/createStorage.ts';
import type { PaperTexts } from './paperTexts.ts';

/** What new annotations take from the settings. */
export interface AnnotationDefaults {
  /** Id of the category that a highlight gets if none is named. */
  readonly defaultCategory: string;
  /** The analyst's name; may be empty. */
  readonly author: string;
}

/** The annotations of the workspace, over their storage; live places follow edits of open documents. */
export function createAnnotations(
  storage: AnnotationStorage,
  defaults: () => AnnotationDefaults,
  texts: PaperTexts,
  log: vscode.LogOutputChannel,
): Annotations {
  const { store, place, onDidChange } = storage;
  const steps = createUndoableSteps(storage);
  const { perform } = steps;
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const kept = createKeptTexts(place.texts, () => store.records().map(({ uri }) => uri), log);
  const open = createOpenAnchors({ texts, kept }, targetsOf, (uri, targets) => {
    refreshTargets(uri, targets).catch((error: unknown) => {
      reportError(log, vscode.l10n.t('Store annotations'), error);
    });
  });

  function targetsOf(uri: string) {
    const { annotations, roles } = store.record(uri);
    return [...annotations, ...roles];
  }

  function tell(uri: string): void {
    changed.fire(vscode.Uri.parse(uri, true));
  }

  async function refreshTargets(uri: string, targets: ReadonlyMap<string, Target>): Promise<void> {
    if (store.isReadOnly(uri)) return;
    const renewed = [...targets].map(([id, target]) => ({ id, target }));
    await store.change([{ type: 'retarget', uri, targets: renewed }]);
  }

  async function describe(paper: vscode.Uri, range: SourceRange): Promise<Target> {
    const source = await texts.read(paper);
    const { start, end } = withoutOuterBlanks(source.text, range);
    if (start < end) return describeInPaper(source, start, end);
    throw new UserError(vscode.l10n.t('There is nothing but blanks in the selection.'));
  }

  function annotationOf(paper: vscode.Uri, id: string): Annotation {
    const annotation = store.record(paper.toString()).annotations.find((each) => each.id === id);
    if (annotation) return annotation;
    throw new UserError(vscode.l10n.t('This annotation no longer exists.'));
  }

  async function performEdit(paper: vscode.Uri, annotation: Annotation, fields: AnnotationFields) {
    const change = editChange(paper.toString(), annotation, fields);
    if (change) await perform([change]);
  }

  /**
   * Stores what was written on an annotation. One that was removed while the text was being written comes back
   * with it, unless nothing is left of the text.
   */
  async function performWriting(
    paper: vscode.Uri,
    id: string,
    text: string,
    fieldsFor: (annotation: Annotation) => AnnotationFields,
  ) {
    const uri = paper.toString();
    const isThere = store.record(uri).annotations.some((each) => each.id === id);
    const removed = isThere ? null : store.removed(uri, id);
    if (removed === null) {
      const annotation = annotationOf(paper, id);
      await performEdit(paper, annotation, fieldsFor(annotation));
    } else if (text.trim() !== '') {
      const change = editChange(uri, removed, fieldsFor(removed));
      await perform([{ type: 'add', uri, annotation: removed }, ...(change ? [change] : [])]);
    }
  }

  function newReply(id: string, text: string): Reply {
    return { id, author: defaults().author, text, created: new Date().toISOString() };
  }

  function anchorOf(uri: string, { id, target }: { id: string; target: Target }): Anchor | null {
    const anchors = open.find(uri);
    if (anchors !== null) return anchors.get(id)?.anchor ?? null;
    return open.wasOrphan(uri, id) ? null : storedAnchor(target);
  }

  async function carry(renames: readonly Rename[]): Promise<void> {
    const newUri = (uri: string) => renamedUri(uri, renames);
    await steps.rename(newUri);
    for (const { uri } of store.records()) {
      const to = newUri(uri);
      if (to === uri) continue;
      await kept.carry(uri, to);
      await store.rename(uri, to);
    }
  }

  const subscriptions = vscode.Disposable.from(
    changed,
    open,
    onDidChange(({ uris }) => {
      for (const uri of uris) {
        open.refresh(uri);
        tell(uri);
      }
    }),
    open.onDidMove((uri) => {
      changed.fire(uri);
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      const renames = files.map(({ oldUri, newUri }) => ({
        from: oldUri.toString(),
        to: newUri.toString(),
      }));
      carry(renames).catch((error: unknown) => {
        reportError(log, vscode.l10n.t('Carry annotations to the new name'), error);
      });
    }),
  );

  return {
    onDidChange: changed.event,
    placed(paper) {
      const uri = paper.toString();
      const placed = store
        .record(uri)
        .annotations.map((annotation) => ({ annotation, anchor: anchorOf(uri, annotation) }));
      return placed.toSorted(
        (a, b) => (a.anchor?.start ?? Infinity) - (b.anchor?.start ?? Infinity) || 0,
      );
    },
    corrections(paper) {
      const uri = paper.toString();
      return store.record(uri).roles.flatMap((correction) => {
        const range = anchorOf(uri, correction);
        return range === null ? [] : [{ range, role: correction.role }];
      });
    },
    records: () => store.records(),

    async create(paper, range, { category = defaults().defaultCategory, note = '', tags = [] }) {
      const target = await describe(paper, range);
      const id = crypto.randomUUID();
      const author = defaults().author;
      const annotation = newAnnotation(
        { id, target, category, note, tags, author },
        new Date().toISOString(),
      );
      await perform([{ type: 'add', uri: paper.toString(), annotation }]);
      return annotation;
    },
    async edit(paper, id, edit, before) {
      const fieldsFor = (annotation: Annotation) => fieldsOf(annotation, edit, before);
      if (edit.note !== undefined) await performWriting(paper, id, edit.note, fieldsFor);
      else {
        const annotation = annotationOf(paper, id);
        await performEdit(paper, annotation, fieldsFor(annotation));
      }
    },
    async reply(paper, id, text) {
      const reply = newReply(crypto.randomUUID(), text);
      await performWriting(paper, id, text, (annotation) => replyFields(annotation, reply));
    },
    async editReply(paper, id, replyId, text, before) {
      const reply = newReply(replyId, text);
      await performWriting(paper, id, text, (annotation) =>
        editedReplyFields(annotation, reply, before),
      );
    },
    async remove(paper, ids) {
      const uri = paper.toString();
      const gone = store.record(uri).annotations.filter(({ id }) => ids.includes(id));
      await perform(gone.map((annotation) => ({ type: 'remove', uri, annotation })));
    },
    async reattach(paper, passages) {
      const changes = passages.map(async ({ id, range }) => {
        const target = await describe(paper, range);
        return editChange(paper.toString(), annotationOf(paper, id), { target });
      });
      await perform((await Promise.all(changes)).filter((change) => change !== null));
    },
    async copy(paper, passages) {
      const now = new Date().toISOString();
      const uri = paper.toString();
      const changes = passages.map(async ({ annotation, range }) => {
        const made = { id: crypto.randomUUID(), target: await describe(paper, range) };
        return { type: 'add' as const, uri, annotation: copyAnnotation(annotation, made, now) };
      });
      await perform(await Promise.all(changes));
    },
    textMadeOn: (paper) => kept.read(paper.toString()),
    async correctRole(paper, range, role) {
      const uri = paper.toString();
      const target = role === null ? null : await describe(paper, range);
      const removed = store.record(uri).roles.filter((correction) => {
        const anchor = anchorOf(uri, correction);
        return anchor !== null && anchor.start < range.end && range.start < anchor.end;
      });
      const added = role && target ? [{ id: crypto.randomUUID(), target, role }] : [];
      if (removed.length + added.length === 0) return;
      await perform([{ type: 'correctRoles', uri, removed, added }]);
    },

    carry,
    perform,
    undo: steps.undo,
    redo: steps.redo,
    goOnFrom: steps.goOnFrom,
    dispose() {
      subscriptions.dispose();
    },
  };
}

import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { categoryOf } from '../../core/annotations/categories.ts';
import type { PlacedAnnotation } from '../../core/protocol.ts';
import type { AnnotationSettings } from '../configuration.ts';
import { UserError } from '../errors.ts';
import type { Papers } from '../papers/papers.ts';
import type { Annotations } from './annotations.ts';
import {
  commentsOf,
  isReplyDeleted,
  isSameList,
  withOpen,
  type NoteComment,
  type Writing,
} from './noteComments.ts';
import { focusEditor, isVisible } from './shownEditors.ts';
import { drawn, setLabel, setRange } from './threadDrawing.ts';

/** The notes of papers in VS Code's comment threads. The store is the truth; threads show it. */
export interface NoteThreads {
  /** The annotation that a thread or a comment of ours belongs to, or null. */
  reference(argument: unknown): { uri: string; id: string } | null;
  /** Opens the thread of an annotation with its note ready to be written. */
  write(paper: vscode.Uri, id: string): Promise<void>;
  startWriting(comment: NoteComment): void;
  /** What the writing in an annotation's thread began with; undefined while nothing is written there. */
  textBefore(id: string): string | undefined;
  /** Opens a text for writing again that could not be stored: VS Code has closed its editor. */
  writeAgain(id: string, writing: Writing, text: string): Promise<void>;
  /** Lets what is being written go with its annotation, in the thread that an argument names. */
  giveUp(argument: unknown): void;
  /** Shows what is stored of an annotation's note and replies, and gives the focus back to the text. */
  stopWriting(id: string): Promise<void>;
  dispose(): void;
}

interface Thread {
  readonly uri: vscode.Uri;
  readonly thread: vscode.CommentThread;
  /** Where the annotation was last, in this version of the document. */
  seen: { readonly range: vscode.Range; readonly version: number };
  writing: Writing | null;
}

/** What the buttons of a thread depend on, as in package.json. */
const noteContext = 'policyAnnotator.note';
/** There is nothing to do with a deleted annotation but to save what is written, or not. */
const deletedContext = 'policyAnnotator.deleted';

/** Keeps one thread for each annotation that has a note or is getting one, in open papers. */
export function createNoteThreads(
  annotations: Annotations,
  papers: Papers,
  settings: () => AnnotationSettings,
): NoteThreads {
  const controller = vscode.comments.createCommentController(
    'policyAnnotator.notes',
    vscode.l10n.t('Notes on Papers'),
  );
  controller.options = {
    prompt: vscode.l10n.t('Reply…'),
    placeHolder: vscode.l10n.t('Write in Markdown'),
  };
  const threads = new Map<string, Thread>();

  function show(document: vscode.TextDocument, placed: PlacedAnnotation): void {
    const { annotation, anchor } = placed;
    const known = threads.get(annotation.id);
    if (anchor === null) {
      if (known?.writing) setLabel(known.thread, vscode.l10n.t('passage not found'));
      else remove(annotation.id);
      return;
    }
    const range = new vscode.Range(
      document.positionAt(anchor.start),
      document.positionAt(anchor.end),
    );
    const entry = known ?? {
      uri: document.uri,
      thread: controller.createCommentThread(document.uri, range, []),
      seen: { range, version: document.version },
      writing: null,
    };
    threads.set(annotation.id, entry);
    const { thread } = entry;
    // Each setting of a property draws the thread anew, and that may take the focus from elsewhere, in
    // the middle of typing too. VS Code itself moves a thread that is seen with the edits of its text.
    const jumped = !entry.seen.range.isEqual(range) && entry.seen.version === document.version;
    if (jumped || !isVisible(document)) setRange(thread, range);
    entry.seen = { range, version: document.version };
    const category = categoryOf(settings().categories, annotation.category);
    const changed = anchor.how === 'changed' ? vscode.l10n.t('passage changed since') : '';
    const deleted = isReplyDeleted(annotation, entry.writing)
      ? vscode.l10n.t('reply deleted meanwhile: saving brings it back')
      : '';
    const state =
      annotation.status === 'done'
        ? vscode.CommentThreadState.Resolved
        : vscode.CommentThreadState.Unresolved;
    const name = `${category.letter} ${category.name}`;
    setLabel(thread, [name, changed, deleted].filter(Boolean).join(' · '));
    if (thread.state !== state) thread.state = state;
    if (thread.contextValue !== noteContext) {
      thread.contextValue = noteContext;
      thread.canReply = true;
    }
    setComments(entry, annotation);
  }

  function setComments({ thread, writing }: Thread, annotation: Annotation): void {
    const shown = thread.comments as readonly NoteComment[];
    const fresh = commentsOf(annotation, writing, shown);
    if (!isSameList(shown, fresh)) thread.comments = fresh;
  }

  /** The thread stays with what is being written in it, though its annotation was deleted. */
  function outlive(entry: Thread): void {
    const { thread } = entry;
    if (thread.contextValue === deletedContext) return;
    thread.contextValue = deletedContext;
    thread.canReply = false;
    thread.label = vscode.l10n.t('Deleted meanwhile: saving brings it back');
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The annotation on which you are writing was deleted. Save what you write to bring it back, or cancel to let it go.',
      ),
    );
  }

  function remove(id: string): void {
    threads.get(id)?.thread.dispose();
    threads.delete(id);
  }

  function update(paper: vscode.Uri): void {
    const uri = paper.toString();
    const document = vscode.workspace.textDocuments.find(
      (each) => !each.isClosed && each.uri.toString() === uri && papers.isPaper(each),
    );
    const placed = document ? annotations.placed(paper) : [];
    const wanted = placed.filter(
      ({ annotation }) => hasText(annotation) || threads.get(annotation.id)?.writing,
    );
    for (const [id, entry] of threads) {
      const stays = wanted.some(({ annotation }) => annotation.id === id);
      if (entry.uri.toString() !== uri || stays) continue;
      if (document && entry.writing) outlive(entry);
      else remove(id);
    }
    if (document) for (const each of wanted) show(document, each);
  }

  function find(comment: NoteComment): Thread | undefined {
    return threads.get(comment.annotation);
  }

  for (const document of vscode.workspace.textDocuments) update(document.uri);
  const subscriptions = vscode.Disposable.from(
    controller,
    annotations.onDidChange(update),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      update(uri);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      update(uri);
    }),
    vscode.window.onDidChangeVisibleTextEditors(() => {
      for (const { uri, thread, seen } of threads.values()) {
        if (!isVisible({ uri })) setRange(thread, seen.range);
      }
    }),
  );

  function reference(argument: unknown): { uri: string; id: string } | null {
    for (const [id, { thread, uri }] of threads) {
      const isComment = thread.comments.some((comment) => comment === argument);
      if (thread === argument || isComment) return { uri: uri.toString(), id };
    }
    return null;
  }

  return {
    reference,
    async write(paper, id) {
      const document = await vscode.workspace.openTextDocument(paper);
      const placed = annotations.placed(paper).find(({ annotation }) => annotation.id === id);
      if (!placed) return;
      if (placed.anchor === null) {
        throw new UserError(
          vscode.l10n.t('The passage of this note was not found. Attach it to a selection first.'),
        );
      }
      show(document, placed);
      const entry = threads.get(id);
      if (!entry) return;
      entry.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
      entry.writing = { reply: null, before: placed.annotation.note };
      await drawn();
      setComments(entry, placed.annotation);
    },
    startWriting(comment) {
      const entry = find(comment);
      if (!entry) return;
      const { reply, body } = comment;
      entry.writing = { reply, before: typeof body === 'string' ? body : body.value };
      update(entry.uri);
    },
    textBefore: (id) => threads.get(id)?.writing?.before,
    async writeAgain(id, writing, text) {
      const entry = threads.get(id);
      if (!entry) return;
      entry.writing = writing;
      const { thread } = entry;
      const shown = thread.comments as readonly NoteComment[];
      thread.comments = shown.map((each) => ({ ...each, mode: vscode.CommentMode.Preview }));
      await drawn();
      thread.comments = withOpen(shown, id, writing, text);
    },
    giveUp(argument) {
      const entry = threads.get(reference(argument)?.id ?? '');
      if (entry) entry.writing = null;
    },
    async stopWriting(id) {
      const entry = threads.get(id);
      if (!entry) return;
      // A thread that had the focus takes it again with each change: a new one does not.
      remove(id);
      update(entry.uri);
      const renewed = threads.get(id)?.thread;
      if (renewed) renewed.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
      await focusEditor(entry.uri);
    },
    dispose() {
      subscriptions.dispose();
    },
  };
}

function hasText({ note, replies }: Annotation): boolean {
  return note !== '' || replies.length > 0;
}

import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotations/annotation.ts';

/** An annotation's note or reply as VS Code shows it. */
export interface NoteComment extends vscode.Comment {
  readonly annotation: string;
  /** Null for the note itself. */
  readonly reply: string | null;
}

/** What is being written in a thread: `reply` is the comment's id, null the note's; `before` its text at first. */
export interface Writing {
  readonly reply: string | null;
  readonly before: string;
}

/**
 * The comments of a thread as they are to be, given those that it shows. The one that is being written is the same
 * object as before, also where its reply was deleted meanwhile: what is written would be lost with it.
 */
export function commentsOf(
  annotation: Annotation,
  writing: Writing | null,
  shown: readonly NoteComment[],
): readonly NoteComment[] {
  const written = shown.find(
    ({ mode, reply }) => mode === vscode.CommentMode.Editing && reply === writing?.reply,
  );
  const fresh = storedComments(annotation, writing).map((comment) =>
    written?.reply === comment.reply ? written : comment,
  );
  return written === undefined || fresh.includes(written) ? fresh : [...fresh, written];
}

/** The comments of an annotation with one open for writing, and this text in it; a new reply stands behind the others. */
export function withOpen(
  shown: readonly NoteComment[],
  annotation: string,
  writing: Writing,
  text: string,
): readonly NoteComment[] {
  const open = {
    body: text,
    mode: vscode.CommentMode.Editing,
    contextValue: contextOf(writing.reply, writing),
  };
  const isThere = shown.some(({ reply }) => reply === writing.reply);
  const author = { name: vscode.l10n.t('You') };
  return isThere
    ? shown.map((each) => (each.reply === writing.reply ? { ...each, ...open } : each))
    : [...shown, { ...open, annotation, reply: writing.reply, author }];
}

/** Whether two lists of comments show the same. */
export function isSameList(a: readonly NoteComment[], b: readonly NoteComment[]): boolean {
  return JSON.stringify(a.map(contentOf)) === JSON.stringify(b.map(contentOf));
}

/** Whether the reply that is being written was deleted meanwhile; one that began empty was not there yet. */
export function isReplyDeleted({ replies }: Annotation, writing: Writing | null): boolean {
  const written = writing?.reply ?? null;
  const isNew = writing?.before === '';
  return written !== null && !isNew && !replies.some(({ id }) => id === written);
}

/** A Markdown string says nothing of its text as JSON. */
function contentOf({ body, mode, contextValue, author }: vscode.Comment): unknown {
  return [typeof body === 'string' ? body : body.value, mode, contextValue, author.name];
}

function storedComments(annotation: Annotation, writing: Writing | null): NoteComment[] {
  const comment = (reply: string | null, author: string, body: string, time: string) => ({
    annotation: annotation.id,
    reply,
    body: writing?.reply === reply ? body : new vscode.MarkdownString(body),
    author: { name: author === '' ? vscode.l10n.t('You') : author },
    mode: writing?.reply === reply ? vscode.CommentMode.Editing : vscode.CommentMode.Preview,
    timestamp: new Date(time),
    contextValue: contextOf(reply, writing),
  });
  return [
    comment(null, annotation.author, annotation.note, annotation.created),
    ...annotation.replies.map(({ id, author, text, created }) =>
      comment(id, author, text, created),
    ),
  ];
}

/** What the buttons of a comment depend on, as in package.json. */
function contextOf(reply: string | null, writing: Writing | null): string {
  if (writing?.reply === reply) return 'policyAnnotator.writing';
  return reply === null ? 'policyAnnotator.note' : 'policyAnnotator.reply';
}

import * as vscode from 'vscode';
import type { AnnotationServices } from './annotationServices.ts';
import type { NoteComment, Writing } from './noteComments.ts';

type Services = Pick<AnnotationServices, 'annotations' | 'registerCommand' | 'threads'>;

/** The buttons of VS Code's comment threads: save, cancel, edit and delete notes, reply. */
export function registerNoteCommands({
  annotations,
  registerCommand,
  threads,
}: Services): vscode.Disposable {
  const paperOf = (argument: unknown) => {
    const reference = threads.reference(argument);
    return reference && { paper: vscode.Uri.parse(reference.uri, true), id: reference.id };
  };

  /** Waits until a text is stored; opens it for writing again if that fails. */
  async function orWriteAgain(id: string, writing: Writing, text: string, stored: Promise<void>) {
    try {
      await stored;
    } catch (error) {
      await threads.writeAgain(id, writing, text);
      throw error;
    }
  }

  return vscode.Disposable.from(
    registerCommand(
      'policyAnnotator.replyToNote',
      async ({ thread, text }: vscode.CommentReply) => {
        const found = paperOf(thread);
        if (!found) return;
        const writing = { reply: crypto.randomUUID(), before: '' };
        await orWriteAgain(found.id, writing, text, annotations.reply(found.paper, found.id, text));
        // A note that is being written in the same thread goes on.
        if (threads.textBefore(found.id) === undefined) await threads.stopWriting(found.id);
      },
    ),
    registerCommand('policyAnnotator.editComment', (comment: NoteComment) => {
      threads.startWriting(comment);
    }),
    registerCommand('policyAnnotator.cancelComment', (comment: NoteComment) =>
      threads.stopWriting(comment.annotation),
    ),
    registerCommand('policyAnnotator.saveComment', async (comment: NoteComment) => {
      const found = paperOf(comment);
      if (!found) return;
      const { paper, id } = found;
      const text = typeof comment.body === 'string' ? comment.body : comment.body.value;
      const { reply } = comment;
      const before = threads.textBefore(id);
      const stored =
        reply === null
          ? annotations.edit(paper, id, { note: text }, before)
          : annotations.editReply(paper, id, reply, text, before);
      await orWriteAgain(id, { reply, before: before ?? '' }, text, stored);
      await threads.stopWriting(found.id);
    }),
    registerCommand('policyAnnotator.deleteComment', async (comment: NoteComment) => {
      const found = paperOf(comment);
      if (found && comment.reply !== null) {
        await annotations.editReply(found.paper, found.id, comment.reply, '');
      }
    }),
  );
}

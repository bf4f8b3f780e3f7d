import * as vscode from 'vscode';
import type { AnnotationServices } from './annotationServices.ts';
import type { NoteComment } from './noteComments.ts';

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

  return vscode.Disposable.from(
    registerCommand(
      'policyAnnotator.replyToNote',
      async ({ thread, text }: vscode.CommentReply) => {
        const found = paperOf(thread);
        if (!found) return;
        await annotations.reply(found.paper, found.id, text);
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
      const before = threads.textBefore(id);
      if (comment.reply === null) await annotations.edit(paper, id, { note: text }, before);
      else await annotations.editReply(paper, id, comment.reply, text, before);
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

import type * as vscode from 'vscode';
import type { Annotation, PaperRecord } from '../../core/annotations/annotation.ts';
import type { Action } from '../../core/annotations/change.ts';
import type { History } from '../../core/annotations/history.ts';
import type { Rename } from '../../core/annotations/renamedUri.ts';
import type { Role, SourceRange } from '../../core/paper/paper.ts';
import type { AnnotationEdit, PlacedAnnotation } from '../../core/protocol.ts';

/** What an annotation is made with, beside its passage. */
export interface NewAnnotation {
  /** Id of a category; the default one if left out. */
  readonly category?: string;
  readonly note?: string;
  readonly tags?: readonly string[];
}

/**
 * The annotations of all papers of the workspace: the one way by which the editor, the preview, the
 * trees and the commands read and change them. Every change is stored before its promise settles, can
 * be undone, and is told by `onDidChange`. Papers are named by the URI of their document.
 */
export interface Annotations {
  /** Fires with the paper whose annotations, anchors or role corrections changed. */
  readonly onDidChange: vscode.Event<vscode.Uri>;

  /** The paper's annotations with their present places, in the order of the text, orphans last. */
  placed(paper: vscode.Uri): readonly PlacedAnnotation[];

  /** Where the analyst's corrections of roles hold now. */
  corrections(paper: vscode.Uri): readonly { readonly range: SourceRange; readonly role: Role }[];

  /** Everything stored, for views over all papers; papers without annotations are left out. */
  records(): readonly PaperRecord[];

  create(paper: vscode.Uri, range: SourceRange, what: NewAnnotation): Promise<Annotation>;
  /**
   * `before` is the note that the writing began with, if one was written: what came since is kept. A note or a reply
   * that was written on an annotation which was removed meanwhile brings it back.
   */
  edit(paper: vscode.Uri, id: string, edit: AnnotationEdit, before?: string): Promise<void>;
  reply(paper: vscode.Uri, id: string, text: string): Promise<void>;
  /** Changes the text of a reply; an empty one removes it. `before` is as for a note. */
  editReply(
    paper: vscode.Uri,
    id: string,
    reply: string,
    text: string,
    before?: string,
  ): Promise<void>;
  remove(paper: vscode.Uri, ids: readonly string[]): Promise<void>;
  /** Gives annotations, mostly orphans, new passages, all in one step. */
  reattach(
    paper: vscode.Uri,
    passages: readonly { readonly id: string; readonly range: SourceRange }[],
  ): Promise<void>;
  /** Makes annotations of other papers, or of other editions, again on passages of this one, all in one step. */
  copy(
    paper: vscode.Uri,
    passages: readonly { readonly annotation: Annotation; readonly range: SourceRange }[],
  ): Promise<void>;
  /** The text that the paper's annotations were made on; null if it is not known. */
  textMadeOn(paper: vscode.Uri): Promise<string | null>;
  /** Overrules the role of what the range touches; null takes corrections there back. */
  correctRole(paper: vscode.Uri, range: SourceRange, role: Role | null): Promise<void>;

  /** Lets papers have other URIs, with what is stored of them and can be undone. */
  carry(renames: readonly Rename[]): Promise<void>;
  /** Makes changes that belong together, as one step that can be undone. */
  perform(action: Action): Promise<void>;
  /** Takes the last change back, or makes it again; false when there is none. */
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  /** Lets what was done elsewhere to papers that came here be undone, after all that was done here. */
  goOnFrom(earlier: History): Promise<void>;

  dispose(): void;
}

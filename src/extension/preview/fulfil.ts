import * as vscode from 'vscode';
import type { SourceRange } from '../../core/paper/paper.ts';
import type { FromWebview } from '../../core/protocol.ts';
import type { Annotations } from '../annotations/annotations.ts';
import type { Papers } from '../papers/papers.ts';
import type { PaperWish } from './incoming.ts';
import { openLink } from './openLink.ts';
import type { Preview } from './preview.ts';
import type { Reveal } from './reveal.ts';
import type { ScrollSync } from './scrollSync.ts';

/** What can be chosen for an annotation in VS Code's own pick lists. */
export type Pickable = Extract<FromWebview, { readonly type: 'pickForAnnotation' }>['what'];

/** What the page may ask for that others do. */
export interface WishTargets {
  readonly annotations: Annotations;
  readonly papers: Pick<Papers, 'isFile'>;
  readonly reveal: Reveal;
  readonly scrollSync: ScrollSync;
  pickForAnnotation(paper: vscode.Uri, id: string, what: Pickable): Promise<void>;
  copyQuote(paper: vscode.Uri, range: SourceRange): Promise<void>;
}

/** Does what a page wishes; fails as the deed fails. */
export async function fulfil(
  preview: Preview,
  wish: PaperWish,
  targets: WishTargets,
): Promise<void> {
  const { annotations, papers, reveal, scrollSync } = targets;
  const { uri } = preview;
  switch (wish.type) {
    case 'createAnnotation': {
      const { category, then, start, end } = wish;
      const { id } = await annotations.create(uri, { start, end }, category ? { category } : {});
      if (then !== 'tags') preview.selectAnnotation(id, then === 'note');
      else await targets.pickForAnnotation(uri, id, 'tags');
      return;
    }
    case 'editAnnotation':
      await annotations.edit(uri, wish.id, wish.edit, wish.before);
      return;
    case 'deleteAnnotation':
      await annotations.remove(uri, [wish.id]);
      return;
    case 'writeReply':
      if (wish.reply === null) await annotations.reply(uri, wish.id, wish.text);
      else await annotations.editReply(uri, wish.id, wish.reply, wish.text, wish.before);
      return;
    case 'pickForAnnotation':
      await targets.pickForAnnotation(uri, wish.id, wish.what);
      return;
    case 'copyQuote':
      await targets.copyQuote(uri, { start: wish.start, end: wish.end });
      return;
    case 'correctRole':
      await annotations.correctRole(uri, { start: wish.start, end: wish.end }, wish.role);
      return;
    case 'revealSource':
      // A double-click in a paper that is no text selects a word, and that is all.
      if (papers.isFile(uri)) return;
      await reveal.revealSource(uri, { start: wish.offset, end: wish.offset });
      return;
    case 'scrolled':
      scrollSync.pageScrolled(preview, wish.offset);
      return;
    case 'openLink':
      await openLink(uri, wish.href);
      return;
    case 'selectionChanged':
    case 'annotationSelected':
    case 'loadRemoteImages':
    case 'cancelReading':
    case 'readAgain':
      // The preview's own affairs.
      return;
  }
}

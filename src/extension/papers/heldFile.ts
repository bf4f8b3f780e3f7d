import type * as vscode from 'vscode';
import { anchorAll } from '../../core/anchoring/anchorAll.ts';
import { describeRange } from '../../core/anchoring/describeRange.ts';
import type { SourceRange } from '../../core/paper/paper.ts';
import type { FilePapers } from './filePapers.ts';
import type { HeldPaper, OpenPaper } from './papers.ts';

/** Holds a paper that is read from its file. `find` reads it with the analyst's decisions. */
export function holdFile(
  files: FilePapers,
  find: () => OpenPaper | null,
  uri: vscode.Uri,
  changed: () => void,
): HeldPaper {
  /** The texts that a page may speak of: the present one and the one before. */
  let texts: readonly { readonly version: number; readonly text: string }[] = [];

  const remember = () => {
    const now = files.find(uri);
    if (now === null || now.version === texts[0]?.version) return;
    texts = [{ version: now.version, text: now.paper.text }, ...texts.slice(0, 1)];
  };

  const subscription = files.onDidProgress((changedUri) => {
    if (changedUri.toString() !== uri.toString()) return;
    remember();
    changed();
  });
  const holding = files.hold(uri);
  remember();

  return {
    read: find,
    get version() {
      return files.find(uri)?.version ?? null;
    },
    get obstacle() {
      const state = files.state(uri);
      return state?.kind === 'failed' ? state : null;
    },
    get progress() {
      const state = files.state(uri);
      if (state === null || state.kind === 'complete' || state.kind === 'failed') return null;
      return { done: state.done, total: state.total, isStopped: state.kind === 'stopped' };
    },
    follow(range, version) {
      const [now] = texts;
      const then = texts.find((each) => each.version === version);
      if (!now || !then) return null;
      return now === then ? range : carried(range, then.text, now.text);
    },
    refresh() {
      // What is held stays open.
    },
    readAgain() {
      const kind = files.state(uri)?.kind;
      if (kind === 'failed' || kind === 'stopped') files.retry(uri);
    },
    cancel() {
      files.cancel(uri);
    },
    dispose() {
      subscription.dispose();
      holding.dispose();
    },
  };
}

function carried({ start, end }: SourceRange, oldText: string, text: string): SourceRange | null {
  return anchorAll(text, [describeRange(oldText, start, end)], { oldText })[0] ?? null;
}

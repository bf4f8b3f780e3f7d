import type { FromWebview, PageState, ToWebview } from '../core/protocol.ts';
import type { Draft } from './noteEditor.ts';
import { readMessage } from './readMessage.ts';

/** The page's state for a reload, with what only the page knows: what is being written, by annotation. */
export interface KeptState extends PageState {
  readonly drafts: Readonly<Record<string, Draft>>;
}

/** The page's line to the extension. */
export interface Messenger {
  send(wish: FromWebview): void;
  /** Keeps the state for the next time that the page is made. */
  keep(state: KeptState): void;
  /** The drafts kept before a reload; none for another paper. */
  keptDrafts(uri: string): Readonly<Record<string, Draft>>;
}

/** Connects the page: `receive` gets each well-formed message of the extension, the rest is dropped. */
export function connect(receive: (message: ToWebview) => void): Messenger {
  const vscode = acquireVsCodeApi<Partial<KeptState>>();
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = readMessage(event.data);
    if (message !== null) receive(message);
  });
  return {
    send: (wish) => {
      vscode.postMessage(wish);
    },
    keep: (state) => {
      vscode.setState(state);
    },
    keptDrafts: (uri) => {
      const kept = vscode.getState();
      return kept?.uri === uri ? (kept.drafts ?? {}) : {};
    },
  };
}

import type { FromWebview, PageState, ToWebview } from '../core/protocol.ts';
import type { Draft } from './noteEditor.ts';
import { readMessage } from './readMessage.ts';

/** What is being written on a paper, by annotation. */
export type Drafts = Readonly<Record<string, Draft>>;

/** The page's state for a reload, with what only the page knows: what is being written, by paper. */
interface KeptState extends PageState {
  readonly drafts: Readonly<Record<string, Drafts>>;
}

/** The page's line to the extension. */
export interface Messenger {
  send(wish: FromWebview): void;
  /** Keeps the state for the next time that the page is made; drafts on other papers stay. */
  keep(state: PageState, drafts: Drafts): void;
  /** The drafts kept when the page was left, or showed another paper; none if there are none. */
  keptDrafts(uri: string): Drafts;
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
    keep: (state, drafts) => {
      const others = Object.entries(vscode.getState()?.drafts ?? {});
      const all = [...others.filter(([uri]) => uri !== state.uri), [state.uri, drafts] as const];
      const written = all.filter(([, each]) => Object.keys(each).length > 0);
      vscode.setState({ ...state, drafts: Object.fromEntries(written) });
    },
    keptDrafts: (uri) => vscode.getState()?.drafts?.[uri] ?? {},
  };
}

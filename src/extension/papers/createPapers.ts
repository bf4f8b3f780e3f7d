import * as vscode from 'vscode';
import type { ReadingOptions } from '../../core/paper/readPaper.ts';
import { createDebouncer } from './debouncer.ts';
import { formatOf } from './paperFormat.ts';
import type { DocumentReading } from './paperOfDocument.ts';
import type { OpenPaper, TextPapers } from './papers.ts';
import type { Reading } from './reading.ts';

/** What an analyst decided about roles; where it comes from is not this service's business. */
export type RoleDecisions = Pick<ReadingOptions, 'corrections' | 'rules'>;

interface Read extends OpenPaper, DocumentReading {
  /** The decisions that it was read with, as text to compare. */
  readonly decisions: string;
  /** What the last edit cost, in milliseconds; 0 before the first, since opening tells nothing of it. */
  readonly cost: number;
}

type Reader = Pick<NonNullable<Reading['now']>, 'paperOfDocument'>;

/**
 * Reads open documents as papers when asked, each once per version and set of decisions, and after an
 * edit only around it.
 */
export function createPapers(
  reading: Reading,
  decide: (uri: vscode.Uri) => RoleDecisions,
  log: vscode.LogOutputChannel,
): TextPapers {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const readings = new WeakMap<vscode.TextDocument, Read>();
  const debouncer = createDebouncer();
  let isComing = false;

  const isPaper = (document: vscode.TextDocument) => formatOf(document) !== null;

  /** What reads papers; null while it is being loaded. */
  const reader = () => {
    if (reading.now === null && !isComing) void whenThere();
    return reading.now;
  };

  const whenThere = async () => {
    isComing = true;
    try {
      await reading.load();
      vscode.workspace.textDocuments.forEach(tell);
    } catch (error) {
      log.error('Papers: what reads them could not be loaded', String(error));
    }
    isComing = false;
  };

  const read = (document: vscode.TextDocument): Read | null => {
    const by = reader();
    return by && readBy(by, document);
  };

  const readBy = ({ paperOfDocument }: Reader, document: vscode.TextDocument): Read => {
    const known = readings.get(document);
    const decided = decide(document.uri);
    const decisions = JSON.stringify(decided);
    if (known?.version === document.version && known.decisions === decisions) return known;
    const started = performance.now();
    const { uri, version } = document;
    const { paper, again } = paperOfDocument(document, known?.again ?? null, decided);
    const cost = known === undefined ? 0 : performance.now() - started;
    const made = { uri, version, paper, decisions, again, cost };
    readings.set(document, made);
    return made;
  };

  const openDocument = (uri: vscode.Uri) => {
    const wanted = uri.toString();
    return vscode.workspace.textDocuments.find(
      (document) => !document.isClosed && isPaper(document) && document.uri.toString() === wanted,
    );
  };

  const tell = (document: vscode.TextDocument) => {
    if (isPaper(document)) changed.fire(document.uri);
  };

  const subscriptions = vscode.Disposable.from(
    changed,
    debouncer,
    vscode.workspace.onDidOpenTextDocument(tell),
    vscode.workspace.onDidCloseTextDocument((document) => {
      debouncer.cancel(document.uri.toString());
      tell(document);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !isPaper(document)) return;
      const cost = readings.get(document)?.cost ?? 0;
      debouncer.run(document.uri.toString(), cost, () => {
        if (!document.isClosed) tell(document);
      });
    }),
  );

  return {
    onDidChange: changed.event,
    isPaper,
    read,
    whenRead: async (document) => readBy(await reading.load(), document),
    find(uri) {
      const document = openDocument(uri);
      return document ? read(document) : null;
    },
    decisionsChanged(uri) {
      const document = openDocument(uri);
      const known = document && readings.get(document);
      if (known && known.decisions !== JSON.stringify(decide(uri))) changed.fire(uri);
    },
    dispose() {
      subscriptions.dispose();
    },
  };
}

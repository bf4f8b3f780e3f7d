import * as vscode from 'vscode';
import {
  readPaperAgain,
  type PaperReading,
  type ReadingOptions,
} from '../../core/paper/readPaper.ts';
import { createDebouncer } from './debouncer.ts';
import { fileName } from './fileName.ts';
import { oversizedPaper } from './oversizedPaper.ts';
import { formatOf } from './paperFormat.ts';
import type { OpenPaper, Papers } from './papers.ts';

/** What an analyst decided about roles; where it comes from is not this service's business. */
export type RoleDecisions = Pick<ReadingOptions, 'corrections' | 'rules'>;

/** `Papers`, and how its owner says that the decisions on a paper's roles may have changed. */
export interface CorrectablePapers extends Papers {
  decisionsChanged(uri: vscode.Uri): void;
}

interface Reading extends OpenPaper {
  /** The decisions that it was read with, as text to compare. */
  readonly decisions: string;
  /** What a reading after the next edit goes on from; null for what is too long to be read. */
  readonly again: PaperReading | null;
  /** What the last edit cost, in milliseconds; 0 before the first, since opening tells nothing of it. */
  readonly cost: number;
}

/** Longest text that is read, in UTF-16 code units: beyond it every keystroke would be felt. */
const longestText = 8_000_000;

/**
 * Reads open documents as papers when asked, each once per version and set of decisions, and after an
 * edit only around it.
 */
export function createPapers(decide: (uri: vscode.Uri) => RoleDecisions): CorrectablePapers {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const readings = new WeakMap<vscode.TextDocument, Reading>();
  const debouncer = createDebouncer();

  const isPaper = (document: vscode.TextDocument) => formatOf(document) !== null;

  const read = (document: vscode.TextDocument): Reading => {
    const known = readings.get(document);
    const decided = decide(document.uri);
    const decisions = JSON.stringify(decided);
    if (known?.version === document.version && known.decisions === decisions) return known;
    const started = performance.now();
    const { paper, again } = paperOf(document, known?.again ?? null, decided);
    const cost = known === undefined ? 0 : performance.now() - started;
    const reading = { document, version: document.version, paper, decisions, again, cost };
    readings.set(document, reading);
    return reading;
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
    find(uri) {
      const document = openDocument(uri);
      return document ? read(document) : null;
    },
    decisionsChanged(uri) {
      const document = openDocument(uri);
      const reading = document && readings.get(document);
      if (reading && reading.decisions !== JSON.stringify(decide(uri))) changed.fire(uri);
    },
    dispose() {
      subscriptions.dispose();
    },
  };
}

function paperOf(
  document: vscode.TextDocument,
  before: PaperReading | null,
  decided: RoleDecisions,
): Pick<Reading, 'paper' | 'again'> {
  const format = formatOf(document) ?? 'text';
  const name = fileName(document.uri);
  const text = document.getText();
  if (text.length > longestText)
    return { paper: oversizedPaper(text, name, format, longestText), again: null };
  const again = readPaperAgain(before, text, { format, name, ...decided });
  return { paper: again.paper, again };
}

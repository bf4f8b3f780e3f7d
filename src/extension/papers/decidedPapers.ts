import type * as vscode from 'vscode';
import type { Paper } from '../../core/paper/paper.ts';
import type { RoleDecisions } from './createPapers.ts';
import type { FilePaper } from './filePapers.ts';
import type { Reading } from './reading.ts';
import { inStretches } from './stretches.ts';

/** Papers that were read from files, with what an analyst decided about their roles. */
export interface DecidedPapers {
  /** By the decisions as they are; until that is read, as it was before. */
  find(uri: vscode.Uri, file: FilePaper): Paper;
  /** By the decisions as they are. */
  read(uri: vscode.Uri, file: FilePaper): Promise<Paper>;
  /** Reads by other decisions what `find` gave by those before. */
  refresh(uri: vscode.Uri, file: FilePaper): void;
}

/** A paper by certain decisions (as text to compare), or one that is being read by them. */
interface Decided {
  readonly decisions: string;
  readonly paper: Paper;
}
interface Coming {
  readonly decisions: string;
  /** Null where other decisions were made meanwhile. */
  readonly coming: Promise<Paper | null>;
}

/** Reads in stretches, and calls `changed` when a paper by new decisions is there. */
export function createDecidedPapers(
  reading: Reading,
  decide: (uri: vscode.Uri) => RoleDecisions,
  changed: (uri: vscode.Uri) => void,
): DecidedPapers {
  const decided = new WeakMap<FilePaper, Decided>();
  const readings = new WeakMap<FilePaper, Coming>();

  const ask = (uri: vscode.Uri, file: FilePaper): Decided | Coming => {
    const now = decide(uri);
    const decisions = JSON.stringify(now);
    const known = decided.get(file);
    const isBare = (now.corrections ?? []).length + (now.rules ?? []).length === 0;
    const current = isBare ? { decisions, paper: file.paper } : known;
    if (current?.decisions === decisions) {
      readings.delete(file);
      decided.set(file, current);
      return current;
    }
    const running = readings.get(file);
    if (running?.decisions === decisions) return running;
    const isUnwanted = () => readings.get(file) !== mine;
    const readAgain = async () => {
      const { paperOfFile } = await reading.load();
      return inStretches(paperOfFile(file.file, { name: file.paper.name, ...now }), isUnwanted);
    };
    const mine: Coming = {
      decisions,
      coming: readAgain().then((paper) => {
        if (paper === null || isUnwanted()) return null;
        readings.delete(file);
        decided.set(file, { decisions, paper });
        changed(uri);
        return paper;
      }),
    };
    readings.set(file, mine);
    return mine;
  };

  return {
    find(uri, file) {
      const answer = ask(uri, file);
      return 'paper' in answer ? answer.paper : (decided.get(file)?.paper ?? file.paper);
    },
    async read(uri, file) {
      for (;;) {
        const answer = ask(uri, file);
        const paper = 'paper' in answer ? answer.paper : await answer.coming;
        if (paper !== null) return paper;
      }
    },
    refresh(uri, file) {
      const known = decided.get(file);
      if (known === undefined) return;
      const answer = ask(uri, file);
      if ('paper' in answer && answer.paper !== known.paper) changed(uri);
    },
  };
}

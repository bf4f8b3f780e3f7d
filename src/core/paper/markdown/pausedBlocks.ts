import type { MarkdownIt, StateBlock, StateCore } from 'markdown-it';
import type { Steps } from '../steps.ts';

/** How many lines are parsed for blocks before others may work. */
const linesAtOnce = 1000;

/** Where parsing is to pause, and where it did. */
interface Pause {
  readonly from: number;
  line: number | null;
}

const pauses = new WeakMap<StateBlock, Pause>();

/** Adds a rule that ends parsing between two blocks that stand in nothing else, where it is to pause. */
export function pauseBetweenBlocks(md: MarkdownIt): void {
  md.block.ruler.before('table', 'pause', (state, line, endLine) => {
    const pause = pauses.get(state);
    if (pause === undefined || state.level > 0 || line < pause.from) return false;
    pause.line = line;
    state.line = endLine;
    return true;
  });
}

/** markdown-it's rule "block", in steps. */
export function* parseBlocks({ src, md, env, tokens }: StateCore): Steps<void> {
  const state = new md.block.State(src, md, env, tokens);
  for (let line: number | null = 0; line !== null;) {
    const pause: Pause = { from: line + linesAtOnce, line: null };
    pauses.set(state, pause);
    md.block.tokenize(state, line, state.lineMax);
    line = pause.line;
    yield;
  }
}

import type { MarkdownIt, StateBlock } from 'markdown-it';
import { numberAt } from './positionsOfContent.ts';

/** Reads YAML (`---`) or TOML (`+++`) at the start of a text as one `front_matter` token. */
export function frontMatter(md: MarkdownIt): void {
  md.block.ruler.before('table', 'front_matter', frontMatterBlock);
}

const opening = /^(?:-{3}|\+{3})[ \t]*$/u;
/** "key: value", "key = value" or a comment: without one it is a rule between two paragraphs. */
const entry = /^(?:[\p{L}\p{N}_"'][^:=\n]{0,99}(?::(?:\s|$)|\s*=)|#)/u;

function frontMatterBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (startLine !== 0 || state.level !== 0 || state.parentType !== 'root') return false;
  const lineAt = (line: number) =>
    state.src.slice(
      numberAt(state.bMarks, line) + (line === 0 ? numberAt(state.tShift, 0) : 0),
      state.eMarks[line],
    );
  const first = lineAt(0);
  // A byte order mark stands as one space here.
  if (numberAt(state.tShift, 0) > 1 || !opening.test(first)) return false;
  const marker = first.slice(0, 3);
  let line = 1;
  let hasEntry = false;
  for (; line < endLine; line += 1) {
    const text = lineAt(line);
    if (text.startsWith(marker) && opening.test(text)) break;
    if (marker === '---' && /^\.{3}[ \t]*$/u.test(text)) break;
    hasEntry ||= entry.test(text);
  }
  if (line >= endLine || !(hasEntry || line === 1)) return false;
  if (silent) return true;
  const token = state.push('front_matter', '', 0);
  token.markup = marker;
  token.info = marker === '---' ? 'yaml' : 'toml';
  token.content = state.getLines(1, line, 0, true);
  token.map = [0, line + 1];
  state.line = line + 1;
  return true;
}

/** Answers kept in each of two generations; a long paper has fewer lines that are asked about. */
const most = 12_000;

/**
 * A pure function of a text that keeps its last answers: rules ask the same of the same lines, and after
 * an edit nearly all lines of a paper are those of before.
 */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  let recent = new Map<string, { readonly answer: T }>();
  let older: typeof recent = new Map();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known.answer;
    const given = older.get(text) ?? { answer: answer(text) };
    if (recent.size >= most) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, given);
    return given.answer;
  };
}

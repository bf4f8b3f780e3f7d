/** Words in which a point says that somebody is to do something, soon after who it is. */
const advice =
  /^(?:[^\s.;:?]+\s+){1,12}?(?:should|must|ought\s+to|needs?\s+to)\s+(?!be\s+(?:noted|borne|kept|remembered|read|understood|seen)\b|have\b|note\b)/iu;
/** What is expected or inferred is not advice: "it should come as no surprise". */
const expectation = /^(?:it|this|that|there|these|those|which|what)\b/iu;

/** Whether a key point recommends something, rather than reports or judges. */
export function isAdvice(text: string): boolean {
  return advice.test(text) && !expectation.test(text);
}

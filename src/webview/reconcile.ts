/**
 * Makes `shown` like `next` and keeps every node that can stay, so that a selection, the focus and an
 * opened fold survive a change elsewhere in the part. Children are matched from both ends; what is
 * left in the middle is matched by place if the numbers are equal, else replaced.
 */
export function reconcile(shown: Element, next: Element): void {
  matchAttributes(shown, next);
  const before = [...shown.childNodes];
  const after = [...next.childNodes];
  let start = 0;
  while (start < before.length && start < after.length && isSame(before[start], after[start]))
    start++;
  let tail = 0;
  while (
    tail < before.length - start &&
    tail < after.length - start &&
    isSame(before.at(-1 - tail), after.at(-1 - tail))
  ) {
    tail++;
  }
  const outgoing = before.slice(start, before.length - tail);
  const incoming = after.slice(start, after.length - tail);
  const end = before[before.length - tail] ?? null;
  if (outgoing.length === incoming.length) {
    incoming.forEach((node, at) => {
      const old = outgoing[at];
      if (old !== undefined) matchNode(old, node);
    });
    return;
  }
  for (const node of outgoing) node.remove();
  for (const node of incoming) shown.insertBefore(node, end);
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  return one !== undefined && other !== undefined && one.isEqualNode(other);
}

function matchNode(old: ChildNode, next: ChildNode): void {
  if (old instanceof Element && next instanceof Element && old.tagName === next.tagName) {
    reconcile(old, next);
  } else if (old instanceof Text && next instanceof Text) {
    matchText(old, next.data);
  } else {
    old.replaceWith(next);
  }
}

/** Only the differing middle is replaced: a selection before or behind it stays where it is. */
function matchText(old: Text, next: string): void {
  const before = old.data;
  const shorter = Math.min(before.length, next.length);
  let start = 0;
  while (start < shorter && before[start] === next[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === next.at(-1 - tail)) tail++;
  const middle = next.slice(start, next.length - tail);
  if (middle === '' && start + tail === before.length) return;
  old.replaceData(start, before.length - start - tail, middle);
}

function matchAttributes(shown: Element, next: Element): void {
  for (const { name } of [...shown.attributes]) {
    // Whether a fold is open is the reader's doing, not the paper's.
    if (name !== 'open' && !next.hasAttribute(name)) shown.removeAttribute(name);
  }
  for (const { name, value } of [...next.attributes]) {
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
}
